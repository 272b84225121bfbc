// Plain JavaScript over the build: Jest loads set-up before its own transforms know ESM.
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres } from '../../dist/tools/postgres/embedded-postgres.js';
import { prepareDatabase } from '../../dist/tools/postgres/prepare-database.js';
import { fastSettings } from '../../dist/tools/start/environment.js';

/** One PostgreSQL for the run, with a migrated template that each test file clones. */
export default async function setUp() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-tests-'));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    settings: { ...fastSettings, max_connections: '400' },
  });
  globalThis.weftwayTests = { postgres, dataDir };
  const { ownerUrl } = await prepareDatabase(postgres.superuserUrl('postgres'), {
    database: 'weftway_template',
    ownerPassword: 'owner of tests',
    appPassword: 'app of tests',
  });
  await promisify(execFile)(process.execPath, ['dist/migrations/run.js'], {
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
  });
  process.env.TEST_PG_SUPERUSER_URL = postgres.superuserUrl('postgres');
}
