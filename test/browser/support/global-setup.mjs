import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedDemonstration } from '../../../dist/tools/seed/seed.js';
import { startInstance } from '../../../dist/tools/start/instance.js';

/** One running Weftway with a small market for every browser test; each works with requests and people of its own. */
export default async function setUp() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-browser-'));
  const instance = await startInstance({
    dataDir,
    env: { TEST_FSYNC: 'off', LOG_LEVEL: 'warn', RATE_LIMIT_PER_MINUTE: '100000' },
    seed: false,
  });
  await seedDemonstration({
    env: instance.env,
    retailers: 2,
    cooperatives: 12,
    requests: 20,
    seed: 3,
    say: () => undefined,
  });
  process.env.BROWSER_URL = instance.url;
  process.env.BROWSER_DATA_DIR = dataDir;
  process.env.BROWSER_OWNER_URL = instance.env.DATABASE_OWNER_URL;
  globalThis.browserPortal = { instance, dataDir };
}
