import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { prepareDatabase } from '../postgres/prepare-database.js';
import { projectRoot } from '../project-root.js';
import { fastSettings } from '../start/environment.js';
import { allEntities } from '../support/all-entities.js';
import { entityDrift } from './entity-drift.js';

/** Migrates an empty database and compares it with the entities. */
const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-entities-'));
const postgres = await startEmbeddedPostgres({ dataDir, settings: fastSettings });
try {
  const { ownerUrl } = await prepareDatabase(postgres.superuserUrl('postgres'), {
    database: 'weftway',
    ownerPassword: 'owner',
    appPassword: 'app',
  });
  await promisify(execFile)(process.execPath, [path.join(projectRoot, 'dist/migrations/run.js')], {
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
  });
  const drift = await entityDrift(ownerUrl, allEntities);
  for (const difference of drift) {
    console.log(difference);
  }
  process.exitCode = drift.length === 0 ? 0 : 1;
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
