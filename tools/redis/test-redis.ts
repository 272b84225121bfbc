import { type ChildProcess, spawn } from 'node:child_process';
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
  return startRedisServer();
}

/** A `redis-server` of this machine's own, that may be ended and begun again with what it holds. */
export class RedisServer implements TestRedis {
  private process: ChildProcess | null = null;

  constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** @returns false where there is no `redis-server` on the path */
  async begin(): Promise<boolean> {
    const settings = {
      port: String(this.port),
      bind: '127.0.0.1',
      dir: this.folder,
      save: '',
      appendonly: 'yes',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    const server = spawn('redis-server', args, { stdio: 'ignore' });
    const started = await new Promise<boolean>((resolve) => {
      server.once('spawn', () => resolve(true)).once('error', () => resolve(false));
    });
    if (started) {
      this.process = server;
      const probe = this.connect();
      await probe.ping();
      probe.disconnect();
    }
    return started;
  }

  /** Ends it in order; what it holds stays on the disk. */
  async end(): Promise<void> {
    const server = this.process;
    this.process = null;
    if (server) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    }
  }

  /** Lets it answer nobody, or go on: connections stay open, as on a line that has died. */
  freeze(frozen: boolean): void {
    this.process?.kill(frozen ? 'SIGSTOP' : 'SIGCONT');
  }

  /** Forgets everything at once. */
  async empty(): Promise<void> {
    const client = this.connect();
    await client.flushall();
    client.disconnect();
  }

  async stop(): Promise<void> {
    await this.end();
    await rm(this.folder, { recursive: true, force: true });
  }

  private connect(): Redis {
    const client = new Redis(this.url, {
      retryStrategy: (times) => Math.min(times * 20, 200),
      maxRetriesPerRequest: 50,
    });
    // It is asked while it starts; whoever asks is told when it does not.
    client.on('error', () => undefined);
    return client;
  }
}

/** @returns null where there is no `redis-server` on the path */
export async function startRedisServer(): Promise<RedisServer | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'weftway-redis-'));
  const server = new RedisServer(folder, await sparePort());
  if (await server.begin()) {
    return server;
  }
  await server.stop();
  return null;
}
