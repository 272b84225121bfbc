import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Actor } from './actor.js';
import type { Sql, Statement } from './sql.js';

/** Work on a connection of TypeORM's, with its manager for entities. */
export async function withClient<Result>(
  source: DataSource,
  work: (client: pg.PoolClient, runner: QueryRunner) => Promise<Result>,
): Promise<Result> {
  const runner = source.createQueryRunner();
  try {
    return await work((await runner.connect()) as pg.PoolClient, runner);
  } finally {
    await runner.release();
  }
}

/** The rows of one statement that reads: opening, statement and end in one piece. */
export async function selectFrom<Row extends object>(
  source: DataSource,
  actor: Actor,
  statement: Sql,
): Promise<Row[]> {
  const client = await poolOf(source).connect();
  try {
    together(client);
    const [, result] = await Promise.all([
      client.query(acting('begin read only', actor)),
      client.query(prepared(statement)),
      client.query('commit'),
    ]);
    return result.rows as Row[];
  } finally {
    client.release();
  }
}

const heard = new WeakSet<pg.Pool>();

/** TypeORM's connections without what it builds around each use. */
export function poolOf(source: DataSource): pg.Pool {
  const pool = (source.driver as unknown as { master: pg.Pool }).master;
  if (!heard.has(pool)) {
    heard.add(pool);
    // A connection that ends is told by the statement that was under way on it, if any; without a listener it would end the process.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    pool.on(
      'acquire',
      (client) => client.listenerCount('error') === 0 && client.on('error', () => undefined),
    );
  }
  return pool;
}

export const reading = 'begin isolation level repeatable read read only';

/** Opens a transaction and sets its actor, in one message. */
function acting(begin: string, actor: Actor): string {
  const setting = (name: string, value: string | null): string =>
    `set local weftway.${name} = ${pg.escapeLiteral(value ?? '')}`;
  return `${begin}; ${setting('organisation', actor.organisationId)}; ${setting('person', actor.personId)}; ${setting('kind', actor.kind)}`;
}

/** As {@link acting}, and asks for the time. */
export function opening(begin: string, actor: Actor): string {
  return `${acting(begin, actor)}; select weftway_now() as now`;
}

/** What is sent to the database until this turn of the event loop ends leaves in one piece. */
export function together(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const names = new Map<string, string>();

/**
 * A statement that each connection plans once. Texts come from the code alone, never from what is asked, so that there are a few
 * hundred of them.
 */
export function prepared(statement: Statement, parameters: readonly unknown[] = []): pg.QueryConfig {
  const { text, values } =
    typeof statement === 'string' ? { text: statement, values: [...parameters] } : statement;
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    names.set(text, name);
  }
  return { name, text, values };
}
