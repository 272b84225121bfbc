import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { sparePort } from '../postgres/embedded-postgres.js';

export interface TestRedis {
  url: string;
  stop: () => Promise<void>;
}

/** A Redis to test with: `TEST_REDIS_URL`, or a `redis-server` of this machine on a spare port; null where there is none. */
export async function startTestRedis(): Promise<TestRedis | null> {
  if (process.env.TEST_REDIS_URL) {
    return { url: process.env.TEST_REDIS_URL, stop: async () => undefined };
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'weftway-redis-'));
  const port = await sparePort();
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
    { stdio: 'ignore' },
  );
  const started = await new Promise<boolean>((resolve) => {
    server.once('spawn', () => resolve(true)).once('error', () => resolve(false));
  });
  const cleanUp = (): Promise<void> => rm(folder, { recursive: true, force: true });
  if (!started) {
    await cleanUp();
    return null;
  }
  const url = `redis://127.0.0.1:${port}`;
  const probe = new Redis(url, {
    retryStrategy: (times) => Math.min(times * 20, 200),
    maxRetriesPerRequest: 50,
  });
  await probe.ping();
  probe.disconnect();
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      await cleanUp();
    },
  };
}
