import pg from 'pg';
import { commandEnvironment } from '../start/environment.js';

/** `npm run audit:verify`: recomputes every chain of the database; exit 1 when one is broken. */
async function main(connectionString: string | undefined): Promise<void> {
  if (!connectionString) {
    throw new Error(
      'DATABASE_OWNER_URL is needed: the log of every organisation is read as the schema’s owner',
    );
  }
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows: counted } = await client.query<{ chains: string; entries: string }>(
      'select count(*) as chains, coalesce(sum(seq), 0) as entries from audit_chain',
    );
    const { rows: breaks } = await client.query<{ organisation_id: string; seq: string; reason: string }>(
      'select * from audit_breaks()',
    );
    for (const found of breaks) {
      console.log(`broken: organisation ${found.organisation_id} at entry ${found.seq}: ${found.reason}`);
    }
    console.log(
      `audit: ${counted[0]?.chains} chains, ${counted[0]?.entries} entries, ${breaks.length} broken`,
    );
    process.exitCode = breaks.length > 0 ? 1 : 0;
  } finally {
    await client.end();
  }
}

const { env, close } = await commandEnvironment();
try {
  await main(env.DATABASE_OWNER_URL);
} finally {
  await close();
}
