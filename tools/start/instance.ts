import { createServer } from 'node:net';
import path from 'node:path';
import { sparePort } from '../postgres/embedded-postgres.js';
import { Child } from './children.js';
import { openEnvironment } from './environment.js';
import { Restarts } from './restarts.js';
import { script } from './script.js';

export interface InstanceOptions {
  dataDir: string;
  /** A spare one when absent. */
  port?: number;
  env?: Readonly<Record<string, string | undefined>>;
  /** Whether an empty database gets demonstration data. */
  seed: boolean;
  /** Told what is being done, for who waits. */
  say?: (words: string) => void;
  /** Told when a process gave up for good. */
  onGiveUp?: (words: string) => void;
  /** Starts api and worker again however often they end: for tests that end them. */
  untiring?: boolean;
}

/** A running Weftway: database, api and worker. */
export interface Instance {
  url: string;
  /** What api and worker were given: addresses, secrets, folders. */
  env: Record<string, string>;
  worker: Child;
  api: Child;
  stop: () => Promise<void>;
}

/** Starts what is not running yet, migrates, seeds, and waits until the api is ready. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const { dataDir, say = () => undefined } = options;
  const given = options.env ?? {};
  const port = options.port ?? (await sparePort());
  await assertFree(port);
  const production = given.NODE_ENV === 'production';
  const { env, close } = await openEnvironment({ dataDir, given, port, attach: false, say });
  const children: Child[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map((child) => child.stop()));
    await close();
  };
  try {
    await script('dist/migrations/run.js', env);
    if (options.seed && !production) {
      say('loading demonstration data if the database is empty …');
      await script('dist/tools/seed/main.js', env, ['--if-empty'], say);
    }
    say('starting api and worker …');
    const restarts = { api: new Restarts(), worker: new Restarts() };
    const restart = (child: Child, code: number | null, ranForMs: number): void => {
      const wait = options.untiring ? 200 : restarts[child.name].after(ranForMs);
      if (wait === null) {
        options.onGiveUp?.(
          `The ${child.name} ended again and again (${String(code)}):\n${child.lastLines()}`,
        );
        return;
      }
      setTimeout(() => {
        if (!child.stopping) {
          child.start();
        }
      }, wait);
    };
    const childEnv = { PATH: process.env.PATH, ...env };
    const api = new Child('api', childEnv, path.join(dataDir, 'log'), restart);
    const worker = new Child('worker', childEnv, path.join(dataDir, 'log'), restart);
    children.push(api, worker);
    api.start();
    worker.start();
    const url = `http://127.0.0.1:${port}`;
    await ready(url, api);
    return { url, env, api, worker, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function assertFree(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe
      .once('error', () => reject(new Error(`Port ${port} is taken. Stop what listens there, or set PORT.`)))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

async function ready(url: string, api: Child): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const answer = await fetch(`${url}/v1/public/health/ready`).catch(() => null);
    if (answer?.ok) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The api was not ready within a minute:\n${api.lastLines()}`);
}
