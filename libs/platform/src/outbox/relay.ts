import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { Settings } from '../config/settings.js';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { type NewJob, type QueueName, Queues, retryPace } from '../queue/queues.js';
import { tracing } from '../tracing/tracing.js';
import { Handlers } from './handlers.js';

interface WaitingMessage {
  id: string;
  type: string;
  payload: Record<string, string | number | null>;
  wait_ms: number;
  created_at: Date;
  traceparent: string | null;
}

const batch = 500;
/** A notice can be lost with its connection; then the next look finds what it announced. */
const lookEveryMs = 5_000;
/**
 * A job that is neither done nor failed after this is added again: its id keeps it single where it still exists. Short, since
 * a worker that is killed between claiming and adding leaves its messages to this.
 */
const refillAfterSeconds = 10;

/** Tries of a job whose handler says nothing else: about 9 minutes in all; then the dead letters show it. */
const usualAttempts = 10;

/** Moves promises from the outbox to the queue. Any number of relays may run. */
@Injectable()
export class Relay {
  private readonly logger = new Logger('Relay');
  private listener: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private lookForLost = false;
  private stopped = true;

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly handlers: Handlers,
    private readonly settings: Settings,
  ) {}

  async start(): Promise<void> {
    this.stopped = false;
    await this.listen();
    this.timer = setInterval(() => this.wake(true), lookEveryMs);
    this.wake(true);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) {
      clearInterval(this.timer);
    }
    await this.listener?.end().catch(() => undefined);
    await this.running;
  }

  /** Empties the outbox into the queue. @returns how many messages were moved */
  async relayWaiting(): Promise<number> {
    let moved = 0;
    for (;;) {
      const { count, jobs } = await this.database.inTransaction(systemActor('relay'), (tx) =>
        this.claimBatch(tx),
      );
      // After the commit, so that no job runs before its delivery can be seen. What is lost between the two, or
      // refused by a queue that is down, is added by refill under the same id.
      for (const [queue, added] of jobs) {
        await this.queues.queue(queue).addBulk(added);
      }
      moved += count;
      if (count < batch) {
        return moved;
      }
    }
  }

  /** Adds again what a queue lost, such as a Redis that was emptied. @returns how many deliveries */
  async refill(olderThanSeconds = refillAfterSeconds): Promise<number> {
    return this.database.inTransaction(systemActor('relay'), async (tx) => {
      const lost = await tx.query<WaitingMessage & { handler: string; queue: QueueName }>(
        `select m.id, m.type, m.payload, m.created_at, m.traceparent, d.handler, d.queue, 0 as wait_ms
           from outbox_delivery d join outbox_message m on m.id = d.message_id
          where d.done_at is null and d.failed_at is null and m.available_at < weftway_now()
            and d.queued_at < clock_timestamp() - make_interval(secs => $1)
          order by d.queued_at limit ${batch} for update of d skip locked`,
        [olderThanSeconds],
      );
      for (const message of lost) {
        await this.queues
          .queue(message.queue)
          .addBulk([this.job(message, message.handler, message.traceparent)]);
      }
      await tx.execute(
        `update outbox_delivery d set queued_at = clock_timestamp()
           from unnest($1::uuid[], $2::text[]) as l(message_id, handler)
          where d.message_id = l.message_id and d.handler = l.handler`,
        [lost.map((message) => message.id), lost.map((message) => message.handler)],
      );
      return lost.length;
    });
  }

  private async claimBatch(tx: Tx): Promise<{ count: number; jobs: Map<QueueName, NewJob[]> }> {
    const messages = await tx.query<WaitingMessage>(
      `select id, type, payload, created_at, traceparent, greatest(0, ceil(extract(epoch from available_at - weftway_now()) * 1000))::float8 as wait_ms
         from outbox_message where relayed_at is null
        order by created_at limit ${batch} for update skip locked`,
    );
    const jobs = new Map<QueueName, NewJob[]>();
    const deliveries: { message_id: string; handler: string; queue: QueueName }[] = [];
    for (const message of messages) {
      const cause =
        tracing()?.relayed(message.type, message.id, message.created_at, message) ?? message.traceparent;
      for (const handler of this.handlers.of(message.type)) {
        deliveries.push({ message_id: message.id, handler: handler.name, queue: handler.queue });
        jobs.set(handler.queue, [...(jobs.get(handler.queue) ?? []), this.job(message, handler.name, cause)]);
      }
    }
    if (messages.length > 0) {
      await tx.execute(
        `with delivered as (
           insert into outbox_delivery (message_id, handler, queue)
           select * from jsonb_to_recordset($1) as d(message_id uuid, handler text, queue text) on conflict do nothing)
         update outbox_message set relayed_at = clock_timestamp() where id = any($2)`,
        [JSON.stringify(deliveries), messages.map((message) => message.id)],
      );
    }
    return { count: messages.length, jobs };
  }

  private job(message: WaitingMessage, handler: string, cause: string | null): NewJob {
    return {
      name: message.type,
      data: {
        messageId: message.id,
        handler,
        type: message.type,
        payload: message.payload,
        ...(cause !== null && { traceparent: cause }),
      },
      opts: {
        // BullMQ allows no colon in an id.
        jobId: `${message.id}-${handler}`,
        delay: message.wait_ms,
        attempts: this.handlers.named(handler)?.attempts ?? usualAttempts,
        backoff: { type: retryPace },
        removeOnComplete: { age: 86_400, count: 10_000 },
        removeOnFail: false,
      },
    };
  }

  /** What is lost is looked for on the beat alone: whoever just promised something waits for what is new. */
  private wake(alsoLost = false): void {
    this.lookForLost ||= alsoLost;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.work().finally(() => {
      this.running = null;
      if (this.again && !this.stopped) {
        this.again = false;
        this.wake();
      }
    });
  }

  private async work(): Promise<void> {
    try {
      await this.relayWaiting();
      if (this.lookForLost) {
        await this.refill();
        this.lookForLost = false;
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'The outbox could not be relayed; trying again');
    }
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.databaseDirectUrl,
      application_name: 'relay',
      keepAlive: true,
    });
    client.on('notification', () => this.wake());
    client.on('error', (error) => {
      this.logger.warn({ err: error }, 'The relay lost its connection; connecting again');
    });
    client.on('end', () => {
      if (!this.stopped) {
        setTimeout(() => void this.listenAgain(), 1_000).unref();
      }
    });
    await client.connect();
    await client.query('listen weftway_outbox');
    this.listener = client;
  }

  private async listenAgain(): Promise<void> {
    try {
      await this.listen();
      this.wake();
    } catch {
      if (!this.stopped) {
        setTimeout(() => void this.listenAgain(), 1_000).unref();
      }
    }
  }
}
