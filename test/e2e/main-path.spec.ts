import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootstrapPlatform } from '../../tools/bootstrap/bootstrap.js';
import { startTestRedis, type TestRedis } from '../../tools/redis/test-redis.js';
import { walkMainPath, type Walked } from '../../tools/scenario/main-path.js';
import { type Instance, startInstance } from '../../tools/start/instance.js';
import { textOfPdf, validateUbl } from '../support/papers.js';

const sheet = path.resolve('test/fixtures/sheets/request-40-lines.xlsx');

interface Run {
  instance: Instance;
  walked: Walked;
  stop: () => Promise<void>;
}

async function walk(env: Record<string, string>): Promise<Run> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-e2e-'));
  const instance = await startInstance({
    dataDir,
    seed: false,
    env: { TEST_FSYNC: 'off', RATE_LIMIT_PER_MINUTE: '100000', ...env },
  });
  const stop = async (): Promise<void> => {
    await instance.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const administratorToken = await bootstrapPlatform(instance.env, 'administrator@weftway.example');
    const walked = await walkMainPath(
      { url: instance.url, dataDir, administratorToken },
      { name: path.basename(sheet), bytes: await readFile(sheet) },
    );
    return { instance, walked, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

describe('the main path over HTTP, with the queue on PostgreSQL', () => {
  let run: Run;
  beforeAll(async () => {
    run = await walk({});
  }, 180_000);
  afterAll(() => run.stop());

  it('issues one order for each awarded cooperative, numbered without gap', () => {
    const numbers = run.walked.orders.map((order) => Number(order.reference.split('-')[2]));
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(new Set(run.walked.orders.map((order) => order.cooperative)).size).toBe(numbers.length);
  });

  it('refuses an award to a cooperative without the certificate, and says why', () => {
    expect(run.walked.refused).toMatchObject({ code: 'certificate_missing' });
    expect(run.walked.refused.detail).toContain('Riverside Clay Makers');
  });

  it('prints what was ordered', async () => {
    for (const order of run.walked.orders) {
      const text = await textOfPdf(order.pdf);
      expect(text).toContain(order.reference);
      expect(text).toContain(order.cooperative);
      expect(text).toContain('Hearth and Hall');
      expect(text.replace(/[\s,\u00a0\u202f]/g, '')).toContain(order.total);
      expect(text).toContain(order.verifyUrl.split('/').at(-1)?.slice(0, 10));
    }
  });

  (existsSync(process.env.UBL_XSD_DIR ?? '../shared/data/ubl/2.1/xsd') ? it : it.skip)(
    'writes orders that are valid by UBL 2.1',
    async () => {
      for (const order of run.walked.orders) {
        expect(await validateUbl(order.xml.toString('utf8'))).toEqual([]);
      }
    },
  );
});

describe('the main path over HTTP, with the queue on Redis', () => {
  let redis: TestRedis | null = null;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(() => redis?.stop());

  it('is the same where a Redis can be started', async () => {
    if (!redis) {
      // Said, not hidden: the closing line of the run cannot tell it.
      console.log('No Redis on this machine: the main path on Redis was not walked.');
      return;
    }
    const run = await walk({ REDIS_URL: redis.url });
    try {
      expect(run.walked.orders.length).toBeGreaterThan(1);
    } finally {
      await run.stop();
    }
  }, 180_000);
});
