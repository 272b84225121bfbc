import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Delivery, Handlers, systemActor } from '#platform';
import { quoteAfter } from './quote.rules.js';

/** What becomes of quotes when their request ends without an award. */
@Injectable()
export class QuoteJobs implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    for (const type of ['request.cancelled', 'request.unawarded']) {
      this.handlers.on({
        type,
        name: `quoting.lapse-quotes.${type}`,
        queue: 'deadlines',
        handle: (delivery) => this.lapse(delivery),
      });
    }
  }

  /** Submitted quotes lapse and an award that was being prepared is rejected. A second time finds nothing to do. */
  async lapse({ messageId, payload }: Delivery): Promise<void> {
    await this.database.inTransaction(systemActor(`job-${messageId}`), async (tx) => {
      // The request's own state is what counts, whatever the message said when it was written.
      const ended = await tx.maybeOne(
        `select id from request where id = $1 and state in ('cancelled', 'unawarded')`,
        [payload.requestId],
      );
      if (!ended) {
        return;
      }
      const state = quoteAfter('submitted', 'lapse');
      const quotes = await tx.query<{ id: string; cooperativeId: string }>(
        `update quote set state = $2, version = version + 1 where request_id = $1 and state = 'submitted'
         returning id, cooperative_id as "cooperativeId"`,
        [payload.requestId, state],
      );
      const awards = await tx.query<{ id: string; buyerId: string; former: string }>(
        `update award a set state = 'rejected', rejection_reason = 'The request ended without an award.', version = a.version + 1
           from (select id, state from award where request_id = $1 and state in ('draft', 'awaiting_approval') for update) f
          where a.id = f.id returning a.id, a.buyer_id as "buyerId", f.state as former`,
        [payload.requestId],
      );
      for (const { id, cooperativeId } of quotes) {
        tx.record({
          action: 'quote.lapsed',
          subjectType: 'quote',
          subjectId: id,
          organisationId: cooperativeId,
          from: 'submitted',
          to: state,
        });
      }
      for (const { id, buyerId, former } of awards) {
        tx.record({
          action: 'award.rejected',
          subjectType: 'award',
          subjectId: id,
          organisationId: buyerId,
          from: former,
          to: 'rejected',
        });
      }
    });
  }
}
