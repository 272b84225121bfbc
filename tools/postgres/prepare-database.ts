import pg from 'pg';

export interface PreparedDatabase {
  ownerUrl: string;
  appUrl: string;
}

/**
 * Makes the two roles and the database, as often as it is called: `weftway_owner` migrates and owns the schema,
 * `weftway_app` serves and cannot bypass row policies.
 * @param superuserUrl any database of the server, as a role that may create roles
 */
export async function prepareDatabase(
  superuserUrl: string,
  wanted: { database: string; ownerPassword: string; appPassword: string },
): Promise<PreparedDatabase> {
  const database = pg.escapeIdentifier(wanted.database);
  await withClient(superuserUrl, async (client) => {
    for (const [role, password] of [
      ['weftway_owner', wanted.ownerPassword],
      ['weftway_app', wanted.appPassword],
    ] as const) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      await client.query(
        `${rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${pg.escapeLiteral(password)}`,
      );
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [wanted.database]);
    if (!rowCount) {
      await client.query(`create database ${database} owner weftway_owner`);
    }
    await client.query(`revoke all on database ${database} from public`);
    await client.query(`grant connect, temporary on database ${database} to weftway_app`);
  });
  const inside = withPath(superuserUrl, wanted.database);
  await withClient(inside, async (client) => {
    await client.query('alter schema public owner to weftway_owner');
    for (const extension of ['citext', 'pg_trgm', 'btree_gist', 'unaccent', 'pgcrypto']) {
      await client.query(`create extension if not exists ${extension}`);
    }
  });
  return {
    ownerUrl: withRole(inside, 'weftway_owner', wanted.ownerPassword),
    appUrl: withRole(inside, 'weftway_app', wanted.appPassword),
  };
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function withPath(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

/** The same database, another role. */
export function withRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = encodeURIComponent(password);
  return changed.toString();
}
