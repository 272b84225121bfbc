import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Delivery, Handlers, systemActor } from '#platform';
import { Requests } from './request.queries.js';

/** Writes down what the clock has decided already. */
@Injectable()
export class DeadlineJobs implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly database: Database,
    private readonly requests: Requests,
  ) {}

  onModuleInit(): void {
    this.handlers.on({
      type: 'request.deadline',
      name: 'close-request',
      queue: 'deadlines',
      handle: (delivery) => this.close(delivery),
    });
  }

  /** A deadline that was extended since has a job of its own; this one then finds nothing to do. */
  async close({ messageId, payload }: Delivery): Promise<void> {
    await this.database.inTransaction(systemActor(`job-${messageId}`), (tx) =>
      this.requests.closeIfDue(tx, String(payload.requestId)),
    );
  }
}
