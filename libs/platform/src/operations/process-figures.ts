import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database.js';

/** Figures of one process for Prometheus, api or worker: memory, event loop, database connections, jobs. */
@Injectable()
export class ProcessFigures {
  readonly registry = new Registry();
  private readonly jobs: Histogram<'queue' | 'handler' | 'outcome'>;

  constructor(database: Database) {
    collectDefaultMetrics({ register: this.registry });
    this.jobs = new Histogram({
      name: 'weftway_job_seconds',
      help: 'Duration of jobs by handler, and whether they were done or failed',
      labelNames: ['queue', 'handler', 'outcome'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
      registers: [this.registry],
    });
    new Gauge({
      name: 'weftway_database_connections',
      help: 'Connections of this process to the database by state',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        const { busy, idle } = database.connections();
        this.set({ state: 'busy' }, busy);
        this.set({ state: 'idle' }, idle);
      },
    });
    this.gauge(
      'weftway_database_pool_waiting',
      'Pieces of work that wait for a database connection',
      () => database.connections().waiting,
    );
  }

  /** Enters a figure that is asked for when Prometheus asks. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await read());
      },
    });
  }

  observeJob(queue: string, handler: string, outcome: 'done' | 'failed', seconds: number): void {
    this.jobs.observe({ queue, handler, outcome }, seconds);
  }
}
