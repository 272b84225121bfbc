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

/** A migrated, empty database of this test file's own. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const server = process.env.TEST_PG_SUPERUSER_URL;
  if (!server) {
    throw new Error('Tests with a database run in the jest project “database”');
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  // Copying the files is faster than logging each page when nothing is kept.
  await admin(`create database ${name} template ${templateDatabase} owner weftway_owner strategy file_copy`);
  await admin(`grant connect, temporary on database ${name} to weftway_app`);
  const superuserUrl = withPath(server, name);
  return {
    superuserUrl,
    appUrl: withRole(superuserUrl, 'weftway_app', testPasswords.appPassword),
    ownerUrl: withRole(superuserUrl, 'weftway_owner', testPasswords.ownerPassword),
    drop: () => admin(`drop database ${name} with (force)`),
  };
}
