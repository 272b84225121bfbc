import { Injectable, Logger } from '@nestjs/common';
import { type Job, UnrecoverableError } from 'bullmq';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { ProcessFigures } from '../operations/process-figures.js';
import {
  type DeliveryJob,
  type DeliveryWorker,
  type QueueName,
  queueNames,
  Queues,
} from '../queue/queues.js';
import { tracing } from '../tracing/tracing.js';
import { Handlers, PermanentFailure } from './handlers.js';

/** How many jobs of a queue one worker process does at a time. */
const concurrency: Record<QueueName, number> = {
  documents: 4,
  messages: 4,
  webhooks: 8,
  deadlines: 4,
  optimiser: 1,
  maintenance: 1,
};

/** Does the jobs of the queues by their handlers and notes in the outbox what is done. */
@Injectable()
export class Deliveries {
  private readonly logger = new Logger('Deliveries');
  private readonly workers: DeliveryWorker[] = [];

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly handlers: Handlers,
    private readonly figures: ProcessFigures,
  ) {}

  async start(): Promise<void> {
    for (const name of queueNames) {
      const worker = this.queues.worker(name, (job) => this.deliverTimed(name, job), {
        concurrency: concurrency[name],
      });
      // Also where no try of ours has failed: a job whose workers died over it again and again.
      worker.on('failed', (job, error) => {
        if (job?.finishedOn !== undefined) {
          this.giveUp(job.data, error).catch((cause: unknown) =>
            this.logger.error({ err: cause, ...job.data }, 'A job that is given up could not be noted'),
          );
        }
      });
      this.workers.push(worker);
    }
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /** Waits for the jobs under way. */
  async stop(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.close()));
  }

  private async deliverTimed(queue: QueueName, job: Job<DeliveryJob>): Promise<void> {
    const begun = performance.now();
    let outcome: 'done' | 'failed' = 'failed';
    try {
      await this.deliverTraced(queue, job);
      outcome = 'done';
    } finally {
      this.figures.observeJob(queue, job.data.handler, outcome, (performance.now() - begun) / 1_000);
    }
  }

  private deliverTraced(queue: QueueName, job: Job<DeliveryJob>): Promise<void> {
    const { messageId, handler, traceparent } = job.data;
    const backend = tracing();
    return backend === null || traceparent === undefined
      ? this.deliver(job)
      : backend.job(
          queue,
          handler,
          { 'messaging.message.id': messageId, 'weftway.attempt': job.attemptsMade + 1 },
          { traceparent },
          () => this.deliver(job),
        );
  }

  private async deliver(job: Job<DeliveryJob>): Promise<void> {
    const { messageId, handler: name, type, payload } = job.data;
    const actor = systemActor(`job-${messageId}`);
    const delivery = await this.database.read(actor, (tx) =>
      tx.maybeOne<{ done_at: Date | null }>(
        'select done_at from outbox_delivery where message_id = $1 and handler = $2',
        [messageId, name],
      ),
    );
    if (!delivery || delivery.done_at) {
      return;
    }
    const attempt = job.attemptsMade + 1;
    const last = attempt >= (job.opts.attempts ?? 1);
    try {
      const handler = this.handlers.named(name);
      if (!handler) {
        throw new Error(`No handler is named ${name}: this worker is of another version`);
      }
      await handler.handle({ messageId, type, payload, attempt, last });
    } catch (error) {
      this.logger.warn({ err: error, type, handler: name, messageId, attempt }, 'A job failed');
      const permanent = error instanceof PermanentFailure;
      await this.note(messageId, name, (error as Error).message, last || permanent);
      throw permanent ? new UnrecoverableError(error.message) : error;
    }
    await this.database.inTransaction(actor, (tx) =>
      tx.execute(
        `update outbox_delivery set done_at = clock_timestamp(), failed_at = null, error = null, attempts = $3
          where message_id = $1 and handler = $2`,
        [messageId, name, attempt],
      ),
    );
  }

  /** Puts a delivery among the dead letters, where an administrator sees it and can have it tried again. */
  private async giveUp({ messageId, handler }: DeliveryJob, error: Error): Promise<void> {
    await this.database.inTransaction(systemActor(`job-${messageId}`), (tx) =>
      tx.execute(
        `update outbox_delivery set failed_at = clock_timestamp(), error = coalesce(error, left($3, 2000))
          where message_id = $1 and handler = $2 and done_at is null and failed_at is null`,
        [messageId, handler, error.message],
      ),
    );
  }

  private async note(messageId: string, handler: string, error: string, last: boolean): Promise<void> {
    await this.database.inTransaction(systemActor(`job-${messageId}`), (tx) =>
      tx.execute(
        `update outbox_delivery
            set attempts = attempts + 1, error = left($3, 2000), failed_at = case when $4 then clock_timestamp() end
          where message_id = $1 and handler = $2`,
        [messageId, handler, error, last],
      ),
    );
  }
}
