import { Injectable, Logger } from '@nestjs/common';
import { Gauge, Histogram } from 'prom-client';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { Replica } from '../database/replica.js';
import { LiveChanges } from '../live/live-changes.js';
import { queueNames, Queues } from '../queue/queues.js';
import { ProcessFigures } from './process-figures.js';

interface QueueFigures {
  queue: string;
  oldest: number;
  dead: number;
  failing: number;
}

/** Figures of the api for Prometheus: requests by route, and of all processes together the outbox, the queues and the dead letters. */
@Injectable()
export class Metrics {
  private readonly logger = new Logger('Metrics');
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  private readonly databaseUp: Gauge;
  private readonly outboxWaiting: Gauge;
  private readonly outboxOldest: Gauge;
  private readonly queueOldest: Gauge<'queue'>;
  private readonly deadLetters: Gauge<'queue'>;
  private readonly failing: Gauge<'queue'>;
  private readonly queueJobs: Gauge<'queue' | 'state'>;

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly figures: ProcessFigures,
    live: LiveChanges,
    replica: Replica,
  ) {
    const registers = [figures.registry];
    const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]): Gauge<Label> =>
      new Gauge({ name, help, labelNames, registers });
    this.requests = new Histogram({
      name: 'weftway_http_request_seconds',
      help: 'Duration of requests by route',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    });
    this.databaseUp = gauge(
      'weftway_database_up',
      'Whether the database answered when figures were asked for',
    );
    this.outboxWaiting = gauge(
      'weftway_outbox_waiting',
      'Promises of the outbox that have not reached the queue',
    );
    this.outboxOldest = gauge('weftway_outbox_oldest_seconds', 'Age of the oldest of them');
    this.queueOldest = gauge(
      'weftway_queue_oldest_seconds',
      'How long the oldest job that is due is waiting or being tried, by queue',
      'queue',
    );
    this.deadLetters = gauge('weftway_dead_letters', 'Jobs that failed at every try, by queue', 'queue');
    this.failing = gauge(
      'weftway_jobs_failing',
      'Jobs that have failed and are tried again, by queue; of documents these are papers that nobody can open yet',
      'queue',
    );
    this.queueJobs = gauge('weftway_queue_jobs', 'Jobs by queue and state', 'queue', 'state');
    figures.gauge(
      'weftway_replica_staleness_seconds',
      'How old an answer of the replica is at most; 0 without a replica, infinite when it cannot be said',
      () => (replica.configured ? replica.staleness / 1_000 : 0),
    );
    figures.gauge(
      'weftway_replica_reads',
      'Reads that the replica has answered since the start',
      () => replica.answered,
    );
    figures.gauge(
      'weftway_live_streams',
      'Screens that follow live changes at this process',
      () => live.streams,
    );
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  /** All figures in Prometheus' text. Where database or queue do not answer, the process's own are still told. */
  async text(): Promise<string> {
    await Promise.all([this.lookAtOutbox(), this.lookAtQueues()]);
    return this.figures.registry.metrics();
  }

  private async lookAtOutbox(): Promise<void> {
    try {
      const { outbox, queues } = await this.database.read(systemActor('metrics'), async (tx) => ({
        outbox: await tx.one<{ waiting: number; oldest: number }>(
          `select count(*)::float8 as waiting,
                  coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as oldest
             from outbox_message where relayed_at is null`,
        ),
        queues: await tx.query<QueueFigures>(
          `select d.queue,
                  coalesce(extract(epoch from weftway_now() - min(m.available_at)
                    filter (where d.failed_at is null and m.available_at <= weftway_now())), 0)::float8 as oldest,
                  (count(*) filter (where d.failed_at is not null))::float8 as dead,
                  (count(*) filter (where d.failed_at is null and d.attempts > 0))::float8 as failing
             from outbox_delivery d join outbox_message m on m.id = d.message_id
            where d.done_at is null group by d.queue`,
        ),
      }));
      this.databaseUp.set(1);
      this.outboxWaiting.set(outbox.waiting);
      this.outboxOldest.set(outbox.oldest);
      for (const queue of queueNames) {
        const found = queues.find((one) => one.queue === queue);
        this.queueOldest.set({ queue }, found?.oldest ?? 0);
        this.deadLetters.set({ queue }, found?.dead ?? 0);
        this.failing.set({ queue }, found?.failing ?? 0);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'The outbox could not be counted');
      this.databaseUp.set(0);
    }
  }

  private async lookAtQueues(): Promise<void> {
    try {
      for (const name of queueNames) {
        const counts = await this.queues.queue(name).getJobCounts('waiting', 'active', 'delayed', 'failed');
        for (const [state, count] of Object.entries(counts)) {
          this.queueJobs.set({ queue: name, state }, count);
        }
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'The queues could not be counted');
      // Old counts would look like a queue that stands still.
      this.queueJobs.reset();
    }
  }
}
