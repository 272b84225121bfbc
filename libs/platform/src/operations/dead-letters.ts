import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../database/actor.js';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { Instant, ListOf, Text, Uuid, WholeNumber } from '../http/fields.js';
import { type Page, PageQuery, pageStart, toPage } from '../http/page.js';
import { type QueueName, queueNames, Queues } from '../queue/queues.js';

export class DeadLetter {
  @Uuid({ description: 'The outbox message' })
  id!: string;

  @Text({ max: 100 })
  type!: string;

  @Text({ max: 100 })
  handler!: string;

  @Text({ max: 40 })
  queue!: string;

  @WholeNumber({ min: 0, max: 1000 })
  attempts!: number;

  @Instant()
  failedAt!: Date;

  @Text({ max: 2000, nullable: true })
  error!: string | null;
}

export class DeadLetterList {
  @ListOf(() => DeadLetter, { max: 100 })
  items!: DeadLetter[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

/** How much work a queue has before it. */
export class QueueLoad {
  @Text({ max: 40, example: 'documents' })
  name!: string;

  @WholeNumber({ min: 0, max: 1_000_000_000, description: 'Jobs that wait for a worker' })
  waiting!: number;

  @WholeNumber({ min: 0, max: 1_000_000_000, description: 'Jobs that are being done' })
  active!: number;

  @WholeNumber({
    min: 0,
    max: 1_000_000_000,
    description: 'Jobs whose time has not come, or that are tried again by themselves',
  })
  delayed!: number;
}

export class QueueLoadList {
  @ListOf(() => QueueLoad, { max: 20 })
  items!: QueueLoad[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

/** What every retry failed at: seen, and tried again when its cause is mended. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
  ) {}

  async list(actor: PersonActor, query: PageQuery): Promise<Page<DeadLetter>> {
    const start = pageStart(query);
    // Deliveries belong to no organisation; whoever may ask was decided by the route.
    const rows = await this.database.read(systemActor(actor.requestId), (tx) =>
      tx.query<DeadLetter & { sortKey: string }>(
        `select m.id, m.type, d.handler, d.queue, d.attempts, d.failed_at as "failedAt", d.error, d.failed_at::text as "sortKey"
           from outbox_delivery d join outbox_message m on m.id = d.message_id
          where d.failed_at is not null and d.done_at is null
            and ($1::timestamptz is null or (d.failed_at, m.id) < ($1, $2))
          order by d.failed_at desc, m.id desc limit $3`,
        [start.key, start.id, start.limit + 1],
      ),
    );
    return toPage(rows, start);
  }

  async loads(): Promise<QueueLoadList> {
    const items = await Promise.all(
      queueNames.map(async (name) => {
        const counts = await this.queues.queue(name).getJobCounts('waiting', 'active', 'delayed');
        const of = (state: string): number => counts[state] ?? 0;
        return { name, waiting: of('waiting'), active: of('active'), delayed: of('delayed') };
      }),
    );
    return { items, nextCursor: null };
  }

  /** Gives up on a failed delivery: it is done with, and the audit log says who decided so. */
  async discard(actor: PersonActor, messageId: string, handler: string): Promise<void> {
    await this.database.inTransaction(systemActor(actor.requestId), async (tx) => {
      const { error } = await tx.one<{ error: string | null }>(
        `update outbox_delivery set done_at = clock_timestamp()
          where message_id = $1 and handler = $2 and failed_at is not null and done_at is null returning error`,
        [messageId, handler],
      );
      tx.record({
        action: 'delivery.discarded',
        subjectType: 'outbox_message',
        subjectId: messageId,
        organisationId: actor.organisationId,
        detail: { handler, by: actor.personId, error },
      });
    });
  }

  /** Puts a failed delivery back at the beginning of its tries. */
  async retry(actor: PersonActor, messageId: string, handler: string): Promise<void> {
    const found = await this.database.inTransaction(systemActor(actor.requestId), async (tx) => {
      tx.record({
        action: 'delivery.retried',
        subjectType: 'outbox_message',
        subjectId: messageId,
        organisationId: actor.organisationId,
        detail: { handler, by: actor.personId },
      });
      return tx.one<{ queue: QueueName }>(
        `update outbox_delivery set failed_at = null, error = null, queued_at = '-infinity'
          where message_id = $1 and handler = $2 and failed_at is not null and done_at is null returning queue`,
        [messageId, handler],
      );
    });
    // Where the queue has forgotten the job, the relay's refill adds it again.
    const job = await this.queues.queue(found.queue).getJob(`${messageId}-${handler}`);
    if (job && (await job.isFailed())) {
      await job.retry('failed', { resetAttemptsMade: true });
    }
  }
}
