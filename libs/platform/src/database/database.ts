import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from './actor.js';
import { opening, poolOf, prepared, reading, selectFrom, together, withClient } from './connection.js';
import { errors } from '../errors/platform.errors.js';
import { onceForItsKey } from './idempotency.js';
import { Replica } from './replica.js';
import type { Sql } from './sql.js';
import { Now, Tx } from './tx.js';

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
        const tx = new Tx(actor, now, runner.manager, client, actor.idempotency === undefined);
        if (needsTime) {
          await opened;
        }
        const { result, ending } = await onceForItsKey(tx, work);
        together(client);
        await tx.end(ending);
        if (!tx.committed) {
          throw new Error('The transaction was undone: a failure in it was not told by whoever met it');
        }
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
