import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { withPath, withRole } from '../../tools/postgres/prepare-database.js';

/** As test/support/global-setup.mjs made them. */
const templateDatabase = 'weftway_template';
const testPasswords = { ownerPassword: 'owner of tests', appPassword: 'app of tests' };

export interface ClonedDatabase {
  appUrl: string;
  ownerUrl: string;
  superuserUrl: string;
  drop: () => Promise<void>;
}

/** A statement on the tests' server itself, as its superuser. */
async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: testServer() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function testServer(): string {
  const server = process.env.TEST_PG_SUPERUSER_URL;
  if (!server) {
    throw new Error('Tests with a database run in the jest project “database”');
  }
  return server;
}

function addresses(name: string): ClonedDatabase {
  const superuserUrl = withPath(testServer(), name);
  return {
    superuserUrl,
    appUrl: withRole(superuserUrl, 'weftway_app', testPasswords.appPassword),
    ownerUrl: withRole(superuserUrl, 'weftway_owner', testPasswords.ownerPassword),
    drop: () => onServer(`drop database ${name} with (force)`),
  };
}

/** A migrated, empty database of this test file's own. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Copying the files is faster than logging each page when nothing is kept.
  await onServer(
    `create database ${name} template ${templateDatabase} owner weftway_owner strategy file_copy`,
  );
  await onServer(`grant connect, temporary on database ${name} to weftway_app`);
  return addresses(name);
}

/**
 * A database with nothing in it, of a role of its own that may do no more than a managed PostgreSQL gives its customer: it owns the
 * database, and is no superuser.
 */
export async function emptyDatabase(): Promise<ClonedDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create role ${name}_owner login nosuperuser nobypassrls password 'customer'`);
  await onServer(`create database ${name} owner ${name}_owner`);
  await onServer(`grant connect, temporary on database ${name} to weftway_app`);
  const made = addresses(name);
  return {
    ...made,
    ownerUrl: withRole(made.superuserUrl, `${name}_owner`, 'customer'),
    drop: async () => {
      await made.drop();
      await onServer(`drop role ${name}_owner`);
    },
  };
}
