import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  createPostgresBackend,
  type JobsOptions,
  Queue,
  Worker,
  withBackend,
  type Job,
  type WorkerOptions,
} from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import { Settings } from '../config/settings.js';
import { openRedis } from './redis.js';

/** Queues by what the work needs; a handler says which is its own. */
export const queueNames = [
  'documents',
  'messages',
  'webhooks',
  'deadlines',
  'optimiser',
  'maintenance',
] as const;
export type QueueName = (typeof queueNames)[number];

/** What a job carries: which promise of the outbox it keeps, and nothing that a log may not show. */
export interface DeliveryJob {
  messageId: string;
  handler: string;
  type: string;
  payload: Readonly<Record<string, string | number | null>>;
  /** Joins the job to the trace of what caused it. */
  traceparent?: string;
}

export interface NewJob {
  name: string;
  data: DeliveryJob;
  opts: JobsOptions;
}

/** What is used of BullMQ's classes, the same on both backends. */
export interface DeliveryQueue extends Pick<
  Queue<DeliveryJob>,
  'addBulk' | 'getJob' | 'getDelayed' | 'getJobCounts' | 'close' | 'waitUntilReady' | 'count'
> {
  on(event: 'error', listener: (error: Error) => void): unknown;
}
export interface DeliveryWorker extends Pick<Worker<DeliveryJob>, 'close' | 'waitUntilReady'> {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Job<DeliveryJob> | undefined, error: Error) => void): unknown;
}

const postgres = withBackend(createPostgresBackend);

/**
 * A job whose worker was killed is done by another within 14 seconds: its lock runs out after 8, and of the looks every 3
 * seconds the first after that takes it back, provided that one before has marked it. The lock is renewed every 4 seconds,
 * and handlers are safe to run twice, so that a worker that was merely slow does no harm. Ten workers may die over one job,
 * as ten tries may fail, before it is held to be what kills them. When the database or Redis was gone, work goes on 3 seconds after
 * it is back, not 15.
 */
const recovery = { lockDuration: 8_000, stalledInterval: 3_000, maxStalledCount: 10, runRetryDelay: 3_000 };

/** The name under which jobs ask for `msBeforeRetry`. */
export const retryPace = 'doubling';
const retryMs = { first: 1_000, most: 600_000, spread: 0.3 };

/**
 * Milliseconds before a job is tried again: a second, two, four and so on up to ten minutes, each up to 30 % less by chance so that
 * what failed together is not tried together.
 * @param attempts how often it was tried
 */
export function msBeforeRetry(attempts: number): number {
  const most = Math.min(retryMs.first * 2 ** (attempts - 1), retryMs.most);
  return Math.round(most * (1 - retryMs.spread * Math.random()));
}

/**
 * BullMQ on PostgreSQL, in the same database, or with `REDIS_URL` on Redis. Whoever uses it does not know which.
 */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly logger = new Logger('Queues');
  private readonly queues = new Map<QueueName, DeliveryQueue>();
  private readonly connections: (Redis | Cluster)[] = [];

  constructor(private readonly settings: Settings) {}

  queue(name: QueueName): DeliveryQueue {
    const open = this.queues.get(name) ?? this.openQueue(name);
    this.queues.set(name, open);
    return open;
  }

  /** A worker of a queue; the caller closes it. */
  worker(
    name: QueueName,
    work: (job: Job<DeliveryJob>) => Promise<void>,
    options: Pick<WorkerOptions, 'concurrency'>,
  ): DeliveryWorker {
    const shared = {
      ...options,
      ...recovery,
      settings: { backoffStrategy: msBeforeRetry },
      autorun: true,
    };
    const worker: DeliveryWorker = this.settings.redisUrl
      ? new Worker<DeliveryJob>(name, work, {
          ...shared,
          connection: this.redis(true),
          prefix: this.prefix(name),
        })
      : new postgres.Worker<DeliveryJob>(name, work, { ...shared, connection: this.postgres(4) });
    worker.on('error', (error) => this.logger.warn({ err: error, queue: name }, 'Queue worker'));
    return worker;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.queues.clear();
    for (const connection of this.connections.splice(0)) {
      connection.disconnect();
    }
  }

  private openQueue(name: QueueName): DeliveryQueue {
    const queue: DeliveryQueue = this.settings.redisUrl
      ? new Queue<DeliveryJob>(name, { connection: this.redis(false), prefix: this.prefix(name) })
      : new postgres.Queue<DeliveryJob>(name, { connection: this.postgres(2) });
    queue.on('error', (error: Error) => this.logger.warn({ err: error, queue: name }, 'Queue'));
    return queue;
  }

  private postgres(max: number): {
    connectionString: string;
    schema: string;
    max: number;
    application_name: string;
  } {
    return {
      connectionString: this.settings.databaseDirectUrl,
      schema: 'bullmq',
      max,
      application_name: `${this.settings.processName}-queue`,
    };
  }

  /** In a cluster all keys of a queue lie on one node, which braces ask for, and the queues are spread over the nodes. */
  private prefix(name: QueueName): string {
    return this.settings.redisCluster ? `{${name}}` : 'bull';
  }

  /** A worker waits for Redis to come back; whoever adds jobs fails at once, and the outbox tries again. */
  private redis(patient: boolean): Redis | Cluster {
    const connection = openRedis(this.settings, patient);
    connection.on('error', (error) => this.logger.warn({ err: error }, 'Redis'));
    this.connections.push(connection);
    return connection;
  }
}
