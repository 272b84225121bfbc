import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres } from '../../tools/postgres/embedded-postgres.js';
import { prepareDatabase } from '../../tools/postgres/prepare-database.js';
import { fastSettings } from '../../tools/start/instance.js';
import { running, templateDatabase, testPasswords } from './test-server.js';

/** One PostgreSQL for the run, with a migrated template that each test file clones. */
export default async function setUp(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-tests-'));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    settings: { ...fastSettings, max_connections: '400' },
  });
  running.postgres = postgres;
  running.dataDir = dataDir;
  const { ownerUrl } = await prepareDatabase(postgres.superuserUrl('postgres'), {
    database: templateDatabase,
    ...testPasswords,
  });
  await promisify(execFile)(process.execPath, ['dist/migrations/run.js'], {
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
  });
  process.env.TEST_PG_SUPERUSER_URL = postgres.superuserUrl('postgres');
}
