import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { queueNames, Queues } from '../queue/queues.js';

/** Figures for Prometheus: the process, requests by route, the outbox and the queues. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor(database: Database, queues: Queues) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'weftway_http_request_seconds',
      help: 'Duration of requests by route',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [this.registry],
    });
    new Gauge({
      name: 'weftway_outbox_waiting',
      help: 'Promises of the outbox that have not reached the queue',
      registers: [this.registry],
      async collect() {
        const { waiting } = await database.read(systemActor('metrics'), (tx) =>
          tx.one<{ waiting: string }>(
            'select count(*) as waiting from outbox_message where relayed_at is null',
          ),
        );
        this.set(Number(waiting));
      },
    });
    new Gauge({
      name: 'weftway_queue_jobs',
      help: 'Jobs by queue and state',
      labelNames: ['queue', 'state'],
      registers: [this.registry],
      async collect() {
        for (const name of queueNames) {
          const counts = await queues.queue(name).getJobCounts('waiting', 'active', 'delayed', 'failed');
          for (const [state, count] of Object.entries(counts)) {
            this.set({ queue: name, state }, count);
          }
        }
      },
    });
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }
}
