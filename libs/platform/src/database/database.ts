import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from './actor.js';
import { Replica } from './replica.js';
import { errors } from '../errors/platform.errors.js';
import { traceparent } from '../tracing/tracing.js';
import type { Sql } from './sql.js';

/** What is written into the log of an organisation when something changes its state. */
export interface AuditRecord {
  /** `<aggregate>.<event>`, such as `request.published`. */
  action: string;
  subjectType: string;
  subjectId: string;
  from?: string | null;
  to?: string | null;
  /** Ids and figures, no personal data: entries are never erased. */
  detail?: Readonly<Record<string, unknown>>;
  /** Whose log it goes into; needed only where the system acts for someone. */
  organisationId?: string;
}

/** What is to be done later, by name and ids. Handlers reload what they need. */
export interface OutboxMessage {
  /** Where the promise is to be found by what it is about; otherwise a new one. */
  id?: string;
  type: string;
  payload: Readonly<Record<string, string | number | null>>;
  /** Not before this moment; at once when absent. */
  availableAt?: Date;
}

/** Of TypeORM's manager only what keeps to the transaction that is open: `save` would begin one of its own. */
export type Orm = Pick<EntityManager, 'find' | 'findOne' | 'insert' | 'update' | 'delete'>;

/** A text whose parameters are given beside it, or one that carries them. */
export type Statement = string | Sql;

/** An open transaction of one actor. Passed explicitly; there is no ambient one. */
export class Tx {
  private readonly records: AuditRecord[] = [];
  private readonly messages: (OutboxMessage & { id: string; traceparent: string | null })[] = [];

  constructor(
    readonly actor: Actor,
    private readonly clock: Now,
    readonly orm: Orm,
    private readonly client: pg.ClientBase,
  ) {}

  /** The one `now` of this use case, by the database's clock. */
  get now(): Date {
    return this.clock.get();
  }

  /** Rows of a statement. Parameters are `$1`, `$2` …; bigint and numeric arrive as text, date as `yyyy-mm-dd`. */
  async query<Row extends object>(statement: Statement, parameters?: readonly unknown[]): Promise<Row[]> {
    const result = await this.client.query(prepared(statement, parameters));
    return result.rows as Row[];
  }

  /** How many rows a statement changed. */
  async execute(statement: Statement, parameters?: readonly unknown[]): Promise<number> {
    const result = await this.client.query(prepared(statement, parameters));
    return result.rowCount ?? 0;
  }

  /** The first row, or null. */
  async maybeOne<Row extends object>(
    statement: Statement,
    parameters?: readonly unknown[],
  ): Promise<Row | null> {
    const rows = await this.query<Row>(statement, parameters);
    return rows[0] ?? null;
  }

  /** The first row. What is not there or not visible is the same: 404. */
  async one<Row extends object>(statement: Statement, parameters?: readonly unknown[]): Promise<Row> {
    const row = await this.maybeOne<Row>(statement, parameters);
    if (!row) {
      throw errors.not_found();
    }
    return row;
  }

  /** Notes a change for the audit log; written with the commit. */
  record(record: AuditRecord): void {
    this.records.push(record);
  }

  /** Promises something for later; written to the outbox with the commit. */
  announce(message: OutboxMessage): void {
    this.messages.push({ ...message, id: message.id ?? uuidv7(), traceparent: traceparent() });
  }

  /** Writes what was recorded and announced. Last before the commit, so that the chain's lock is held briefly. */
  flush(): Promise<unknown> {
    // Not async: what cannot even be said is thrown before the commit is sent.
    return Promise.all([
      this.messages.length > 0 &&
        this.execute(
          `insert into outbox_message (id, type, organisation_id, payload, available_at, traceparent)
           select id, type, $2, payload, coalesce(available_at, weftway_now()), traceparent
             from jsonb_to_recordset($1) as m(id uuid, type text, payload jsonb, available_at timestamptz, traceparent text)`,
          [
            JSON.stringify(
              this.messages.map(({ availableAt, ...rest }) => ({ ...rest, available_at: availableAt })),
            ),
            this.actor.organisationId,
          ],
        ),
      this.records.length > 0 &&
        this.execute('select append_audit($1, $2, $3)', [
          JSON.stringify(
            this.records.map(({ organisationId, ...rest }) => ({
              ...rest,
              organisation: organisationId ?? this.actor.organisationId,
            })),
          ),
          this.actor.apiKeyId,
          this.actor.requestId,
        ]),
    ]);
  }
}

/** Transactions for an actor over TypeORM's pool. */
@Injectable()
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly replica: Replica,
  ) {}

  /**
   * Does the work in one transaction, whole or not at all.
   * With an Idempotency-Key its answer is kept in the same transaction, and a repetition is given that answer.
   */
  async inTransaction<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.change(actor, true, work);
  }

  /**
   * As {@link inTransaction}, for work that can say its first statements without knowing the time: they travel with the opening, so that what
   * they lock is locked for one round trip less. `tx.now` is there after the first answer.
   */
  async inTransactionAtOnce<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.change(actor, false, work);
  }

  /**
   * Reads in one snapshot that can change nothing; of the replica where the request allows it. The opening travels with the first statement,
   * the end is not waited for.
   */
  async read<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.fromReplicaOrPrimary((source) =>
      withClient(source, async (client, runner) => {
        const now = new Now();
        together(client);
        const opened = client.query(opening(reading, actor)).then((results) => now.arrived(results));
        // Its failure is that of the first statement too, which tells it.
        opened.catch(() => undefined);
        try {
          const result = await work(new Tx(actor, now, runner.manager, client));
          return result;
        } finally {
          // Nothing was changed, so that whether it was kept is nobody's question; what comes next on the connection waits for it.
          client.query('commit').catch(() => undefined);
        }
      }),
    );
  }

  /** The rows of one statement that reads: opening, statement and end in one round trip; of the replica where the request allows it. */
  async select<Row extends object>(actor: Actor, statement: Sql): Promise<Row[]> {
    return this.fromReplicaOrPrimary((source) => selectFrom<Row>(source, actor, statement));
  }

  /** The row of one statement that reads. What is not there or not visible is the same: 404. */
  async selectOne<Row extends object>(actor: Actor, statement: Sql): Promise<Row> {
    const [row] = await this.select<Row>(actor, statement);
    if (!row) {
      throw errors.not_found();
    }
    return row;
  }

  /** One statement without actor or transaction: for functions that answer for a secret alone. */
  async lookUp<Row extends object>(statement: Sql): Promise<Row[]> {
    const result = await poolOf(this.source).query(prepared(statement));
    return result.rows as Row[];
  }

  /** This process's connections, and what waits for one. */
  connections(): { busy: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = poolOf(this.source);
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  private async change<Result>(
    actor: Actor,
    needsTime: boolean,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    return withClient(this.source, async (client, runner) => {
      try {
        const now = new Now();
        together(client);
        const opened = client.query(opening('begin', actor)).then((results) => now.arrived(results));
        // Its failure is that of the first statement too, which tells it.
        opened.catch(() => undefined);
        const tx = new Tx(actor, now, runner.manager, client);
        if (needsTime) {
          await opened;
        }
        const { result, ending } = await onceForItsKey(tx, work);
        together(client);
        // Where writing fails, the end of the transaction undoes it, whatever it is called.
        await Promise.all([tx.flush(), ending?.(), client.query('commit')]);
        return result;
      } catch (error) {
        // Where the connection is lost there is nothing to roll back, and the first error tells why.
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  private async fromReplicaOrPrimary<Result>(read: (source: DataSource) => Promise<Result>): Promise<Result> {
    const replica = this.replica.choose();
    if (replica) {
      try {
        return await read(replica);
      } catch (error) {
        if (!this.replica.failed(error)) {
          throw error;
        }
      }
    }
    return read(this.source);
  }
}

async function withClient<Result>(
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

async function selectFrom<Row extends object>(
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
function poolOf(source: DataSource): pg.Pool {
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

const reading = 'begin isolation level repeatable read read only';

/** The `now` of a transaction, which its opening brings. */
class Now {
  private value: Date | null = null;

  arrived(results: unknown): void {
    this.value = (results as pg.QueryResult<{ now: Date }>[]).at(-1)?.rows[0]?.now ?? null;
  }

  get(): Date {
    if (!this.value) {
      throw new Error('The database has not said yet what time it is: ask it something first');
    }
    return this.value;
  }
}

/** Opens a transaction and sets its actor, in one message. */
function acting(begin: string, actor: Actor): string {
  const setting = (name: string, value: string | null): string =>
    `set local weftway.${name} = ${pg.escapeLiteral(value ?? '')}`;
  return `${begin}; ${setting('organisation', actor.organisationId)}; ${setting('person', actor.personId)}; ${setting('kind', actor.kind)}`;
}

/** As {@link acting}, and asks for the time. */
function opening(begin: string, actor: Actor): string {
  return `${acting(begin, actor)}; select weftway_now() as now`;
}

/** What is sent to the database until this turn of the event loop ends leaves in one piece. */
function together(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const names = new Map<string, string>();

/**
 * A statement that each connection plans once. Texts come from the code alone, never from what is asked, so that there are a few
 * hundred of them.
 */
function prepared(statement: Statement, parameters: readonly unknown[] = []): pg.QueryConfig {
  const { text, values } =
    typeof statement === 'string' ? { text: statement, values: [...parameters] } : statement;
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    names.set(text, name);
  }
  return { name, text, values };
}

/** The work, or the answer that was kept when it was done under the same Idempotency-Key; and what is written last to keep it. */
async function onceForItsKey<Result>(
  tx: Tx,
  work: (tx: Tx) => Promise<Result>,
): Promise<{ result: Result; ending?: () => Promise<unknown> }> {
  const { actor } = tx;
  const claim = actor.idempotency;
  if (!claim) {
    return { result: await work(tx) };
  }
  // Claimed once a request: a second transaction of the same request is not the repetition of the first.
  actor.idempotency = undefined;
  const kept = await claimIdempotencyKey(tx, claim.key, claim.bodyHash);
  if (kept) {
    return { result: kept.answer as Result };
  }
  const result = await work(tx);
  return {
    result,
    ending: () =>
      tx.execute(
        `update idempotency_record set answer = $3 where organisation_id = $1 and actor_id = $2 and key = $4`,
        [...idempotencyOwner(actor), JSON.stringify(result ?? null), claim.key],
      ),
  };
}

function idempotencyOwner(actor: Actor): [string, string] {
  const owner = actor.personId ?? actor.apiKeyId;
  if (!actor.organisationId || !owner) {
    throw errors.not_signed_in();
  }
  return [actor.organisationId, owner];
}

/** Claims the key or answers what was kept under it. A claim under way elsewhere is waited for by the unique key. */
async function claimIdempotencyKey(
  tx: Tx,
  key: string,
  bodyHash: string,
): Promise<{ answer: unknown } | null> {
  const owner = idempotencyOwner(tx.actor);
  const claimed = await tx.execute(
    `insert into idempotency_record (organisation_id, actor_id, key, body_hash) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [...owner, key, bodyHash],
  );
  if (claimed === 1) {
    return null;
  }
  const kept = await tx.one<{ body_hash: string; answer: unknown }>(
    'select body_hash, answer from idempotency_record where organisation_id = $1 and actor_id = $2 and key = $3',
    [...owner, key],
  );
  if (kept.body_hash !== bodyHash) {
    throw errors.idempotency_key_reused();
  }
  return { answer: kept.answer };
}

/** The hash under which an Idempotency-Key remembers what was sent. */
export function bodyHashOf(route: string, body: string | Buffer): string {
  return createHash('sha256').update(route).update('\n').update(body).digest('hex');
}
