import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { bootstrapPlatform } from '../bootstrap/bootstrap.js';
import { withRole } from '../postgres/prepare-database.js';
import { gatherPeople, type People } from '../scenario/people.js';
import { type Instance, startInstance } from '../start/instance.js';

export interface Running {
  instance: Instance;
  dataDir: string;
  people: People;
  /** A statement as the superuser, past every policy: to look, and to move the clock. */
  peek: <Row extends object>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;
  stop: () => Promise<void>;
}

/** A folder of this test's own; `clear` takes it away. */
export async function temporaryFolder(): Promise<{ folder: string; clear: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'weftway-faults-'));
  return { folder, clear: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Weftway as `npm start` runs it, on a port and in a folder of its own, with a retailer and five cooperatives that came in by
 * the front door.
 */
export async function startRunning(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const instance = await startInstance({
    dataDir,
    seed: false,
    untiring: true,
    env: { RATE_LIMIT_PER_MINUTE: '1000000', ...env },
  });
  try {
    const administratorToken = await bootstrapPlatform(instance.env, 'administrator@weftway.example');
    const people = await gatherPeople({ url: instance.url, dataDir, administratorToken });
    const password = (await readFile(path.join(dataDir, 'postgres-password'), 'utf8')).trim();
    const superuserUrl = withRole(instance.env.DATABASE_OWNER_URL ?? '', 'postgres', password);
    return {
      instance,
      dataDir,
      people,
      peek: (sql, parameters) => peekAt(superuserUrl, sql, parameters),
      stop: instance.stop,
    };
  } catch (error) {
    await instance.stop();
    throw error;
  }
}

/** The same on a database that survives no power cut, for faults that are not the database's; cleared away after the work. */
export async function withRunning<Result>(
  env: Readonly<Record<string, string>>,
  work: (running: Running) => Promise<Result>,
): Promise<Result> {
  const { folder, clear } = await temporaryFolder();
  try {
    const running = await startRunning(folder, { TEST_FSYNC: 'off', ...env });
    try {
      return await work(running);
    } finally {
      await running.stop();
    }
  } finally {
    await clear();
  }
}

/** Moves the one clock of the database ahead. */
export async function moveClock(running: Running, by: string): Promise<void> {
  await running.peek('update clock set ahead = ahead + $1::interval', [by]);
}

/** One statement over a connection of its own, so that a server that comes and goes breaks none that idles. */
export async function peekAt<Row extends object>(
  url: string,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  // Whoever waits for the statement is told by it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, [...parameters])).rows as Row[];
  } finally {
    await client.end();
  }
}
