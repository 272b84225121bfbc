import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from './actor.js';
import { errors } from '../errors/platform.errors.js';

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
  type: string;
  payload: Readonly<Record<string, string | number | null>>;
  /** Not before this moment; at once when absent. */
  availableAt?: Date;
}

/** Of TypeORM's manager only what keeps to the transaction that is open: `save` would begin one of its own. */
export type Orm = Pick<EntityManager, 'find' | 'findOne' | 'insert' | 'update' | 'delete'>;

/** An open transaction of one actor. Passed explicitly; there is no ambient one. */
export class Tx {
  private readonly records: AuditRecord[] = [];
  private readonly messages: (OutboxMessage & { id: string })[] = [];

  constructor(
    readonly actor: Actor,
    /** The one `now` of this use case, by the database's clock. */
    readonly now: Date,
    readonly orm: Orm,
    private readonly client: pg.ClientBase,
  ) {}

  /** Rows of a statement. Parameters are `$1`, `$2` …; bigint and numeric arrive as text, date as `yyyy-mm-dd`. */
  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.client.query(sql, [...parameters]);
    return result.rows as Row[];
  }

  /** How many rows a statement changed. */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = await this.client.query(sql, [...parameters]);
    return result.rowCount ?? 0;
  }

  /** The first row, or null. */
  async maybeOne<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row | null> {
    const rows = await this.query<Row>(sql, parameters);
    return rows[0] ?? null;
  }

  /** The first row. What is not there or not visible is the same: 404. */
  async one<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row> {
    const row = await this.maybeOne<Row>(sql, parameters);
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
    this.messages.push({ ...message, id: uuidv7() });
  }

  /** Writes what was recorded and announced. Last before the commit, so that the chain's lock is held briefly. */
  async flush(): Promise<void> {
    if (this.messages.length > 0) {
      await this.client.query(
        `insert into outbox_message (id, type, organisation_id, payload, available_at)
         select id, type, $2, payload, coalesce(available_at, weftway_now())
           from jsonb_to_recordset($1) as m(id uuid, type text, payload jsonb, available_at timestamptz)`,
        [
          JSON.stringify(
            this.messages.map(({ availableAt, ...rest }) => ({ ...rest, available_at: availableAt })),
          ),
          this.actor.organisationId,
        ],
      );
    }
    if (this.records.length > 0) {
      const entries = this.records.map(({ organisationId, ...rest }) => ({
        ...rest,
        organisation: organisationId ?? this.actor.organisationId,
      }));
      await this.client.query('select append_audit($1, $2, $3)', [
        JSON.stringify(entries),
        this.actor.apiKeyId,
        this.actor.requestId,
      ]);
    }
  }
}

/** Transactions for an actor over TypeORM's pool. */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  /**
   * Does the work in one transaction, whole or not at all.
   * With an Idempotency-Key its answer is kept in the same transaction, and a repetition is given that answer.
   */
  async inTransaction<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.run(actor, 'begin', async (tx) => {
      const claim = actor.idempotency;
      if (!claim) {
        const result = await work(tx);
        await tx.flush();
        return result;
      }
      // Claimed once a request: a second transaction of the same request is not the repetition of the first.
      actor.idempotency = undefined;
      const kept = await claimIdempotencyKey(tx, claim.key, claim.bodyHash);
      if (kept) {
        return kept.answer as Result;
      }
      const result = await work(tx);
      await tx.flush();
      await tx.execute(
        `update idempotency_record set answer = $3 where organisation_id = $1 and actor_id = $2 and key = $4`,
        [...idempotencyOwner(actor), JSON.stringify(result ?? null), claim.key],
      );
      return result;
    });
  }

  /** Reads in one snapshot that can change nothing. */
  async read<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.run(actor, 'begin isolation level repeatable read read only', work);
  }

  /** One prepared statement without actor or transaction: for functions that answer for one secret alone. */
  async lookUp<Row extends object>(
    name: string,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<Row | null> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as pg.PoolClient;
      const result = await client.query({ name, text: sql, values: [...parameters] });
      return (result.rows[0] as Row | undefined) ?? null;
    } finally {
      await runner.release();
    }
  }

  private async run<Result>(actor: Actor, begin: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as pg.PoolClient;
      try {
        const tx = new Tx(actor, await open(client, begin, actor), runner.manager, client);
        const result = await work(tx);
        await client.query('commit');
        return result;
      } catch (error) {
        // Where the connection is lost there is nothing to roll back, and the first error tells why.
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

/** Opens a transaction and sets its actor in one round trip; answers the database's `now`. */
async function open(client: pg.ClientBase, begin: string, actor: Actor): Promise<Date> {
  const setting = (name: string, value: string | null): string =>
    `set_config('weftway.${name}', ${pg.escapeLiteral(value ?? '')}, true)`;
  const results = (await client.query(
    `${begin}; select ${setting('organisation', actor.organisationId)}, ${setting('person', actor.personId)}, ${setting('kind', actor.kind)}; select weftway_now() as now`,
  )) as unknown as pg.QueryResult<{ now: Date }>[];
  const now = results[2]?.rows[0]?.now;
  if (!now) {
    throw new Error('The database did not say what time it is');
  }
  return now;
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
