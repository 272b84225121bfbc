import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from './actor.js';
import { errors } from '../errors/platform.errors.js';
import { traceparent } from '../tracing/tracing.js';
import { prepared } from './connection.js';
import type { Statement } from './sql.js';

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

/** An open transaction of one actor. Passed explicitly; there is no ambient one. */
export class Tx {
  private readonly records: AuditRecord[] = [];
  private readonly messages: (OutboxMessage & { id: string; traceparent: string | null })[] = [];
  private ended: Promise<unknown> | null = null;
  /** Whether the end was a commit: that of a transaction in which something failed is none, and says nothing of why. */
  committed = false;

  constructor(
    readonly actor: Actor,
    private readonly clock: Now,
    readonly orm: Orm,
    private readonly client: pg.ClientBase,
    /** Whether what the work answers has no part in what is written, so that the end need not wait for it. */
    private readonly mayEndEarly = false,
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

  /**
   * Says that the statements sent so far are all there is to say: records, promises and commit leave with them in one piece, so that what
   * they lock is locked for no round trip at all. Whatever fails among them undoes everything, as ever; what the work itself could
   * refuse must have been refused before.
   */
  async endAtOnce(): Promise<void> {
    if (this.mayEndEarly) {
      await this.end();
    }
  }

  /** Writes what was recorded and announced, and whatever else comes last, and commits. */
  end(last?: () => Promise<unknown>): Promise<unknown> {
    // What cannot even be said is thrown before the commit is sent.
    this.ended ??= Promise.all([this.flush(), last?.(), this.commit()]);
    return this.ended;
  }

  private async commit(): Promise<void> {
    this.committed = (await this.client.query('commit')).command === 'COMMIT';
  }

  /** Writes what was recorded and announced. Last before the commit, so that the chain's lock is held briefly. */
  flush(): Promise<unknown> {
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

/** The `now` of a transaction, which its opening brings. */
export class Now {
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
