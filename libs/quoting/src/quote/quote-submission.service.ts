import { Injectable } from '@nestjs/common';
import { assertVersion, Database, errors, type PersonActor, type Tx } from '#platform';
import { type RequestForQuoting, Requests } from '#sourcing';
import { quotingErrors } from '../quoting.errors.js';
import { quotingMessages } from '../quoting.messages.js';
import { copyAsDraft } from './quote-drafts.js';
import type { QuoteRevisionView, QuoteView } from './quote.dto.js';
import { type LoadedQuote, lockQuote, readQuote, readRevision } from './quote.queries.js';
import { partialProblems, quoteAfter, validityProblems } from './quote.rules.js';
import { assertRequestOpen } from './quote.service.js';

/** Submitting and withdrawing: what binds a cooperative, until the deadline. */
@Injectable()
export class QuoteSubmissionService {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
  ) {}

  /**
   * Submits the draft. Without one, confirms what was submitted before: after a withdrawal, or on a request that has changed.
   * The very moment is judged by the database, under a lock that the closing of the request waits for.
   */
  async submit(actor: PersonActor, requestId: string, version: number): Promise<QuoteView> {
    return this.database.inTransaction(actor, async (tx) => {
      const request = await this.requests.forQuoting(tx, requestId);
      assertRequestOpen(request);
      const quote = await lock(tx, requestId);
      const state = quoteAfter(quote.state, 'submit');
      assertVersion(quote, version);
      const draft = await this.draftOf(tx, actor, request, quote);
      assertCanBeSubmitted(draft, request);
      // Its trigger sets the moment by the clock, or refuses.
      await tx.execute(
        `update quote_revision set submitted_at = weftway_now(), submitted_by = $3 where quote_id = $1 and revision = $2`,
        [quote.id, draft.revision, actor.personId],
      );
      await tx.execute(
        `update quote q set state = $3, revision = $2, version = q.version + 1, submitted_at = v.submitted_at, withdrawn_at = null
           from quote_revision v where q.id = $1 and v.quote_id = q.id and v.revision = $2`,
        [quote.id, draft.revision, state],
      );
      tx.record({
        action: 'quote.submitted',
        subjectType: 'quote',
        subjectId: quote.id,
        from: quote.state,
        to: state,
        detail: { revision: draft.revision, requestRevision: request.revision },
      });
      tx.announce(quotingMessages.quoteSubmitted(quote.id));
      return readQuote(tx, requestId);
    });
  }

  async withdraw(actor: PersonActor, requestId: string, version: number): Promise<QuoteView> {
    return this.database.inTransaction(actor, async (tx) => {
      assertRequestOpen(await this.requests.forQuoting(tx, requestId));
      const quote = await lock(tx, requestId);
      const state = quoteAfter(quote.state, 'withdraw');
      assertVersion(quote, version);
      await tx.execute(
        'update quote set state = $2, withdrawn_at = weftway_now(), version = version + 1 where id = $1',
        [quote.id, state],
      );
      tx.record({
        action: 'quote.withdrawn',
        subjectType: 'quote',
        subjectId: quote.id,
        from: quote.state,
        to: state,
      });
      tx.announce(quotingMessages.quoteWithdrawn(quote.id));
      return readQuote(tx, requestId);
    });
  }

  private async draftOf(
    tx: Tx,
    actor: PersonActor,
    request: RequestForQuoting,
    quote: LoadedQuote,
  ): Promise<QuoteRevisionView> {
    if (quote.newest > quote.revision) {
      return revisionOf(tx, request.id, quote.newest);
    }
    const standing = await revisionOf(tx, request.id, quote.revision);
    if (quote.state === 'submitted' && standing.requestRevision === request.revision) {
      throw quotingErrors.nothing_to_submit();
    }
    const next = quote.revision + 1;
    const key = {
      quoteId: quote.id,
      revision: next,
      requestId: request.id,
      buyerId: request.buyerId,
      cooperativeId: actor.organisationId,
    };
    await copyAsDraft(tx, key, quote.revision, request.revision);
    return { ...standing, revision: next, requestRevision: request.revision };
  }
}

async function lock(tx: Tx, requestId: string): Promise<LoadedQuote> {
  const quote = await lockQuote(tx, requestId);
  if (!quote) {
    throw errors.not_found();
  }
  return quote;
}

async function revisionOf(tx: Tx, requestId: string, revision: number): Promise<QuoteRevisionView> {
  const found = await readRevision(tx, requestId, revision);
  if (!found) {
    throw errors.not_found();
  }
  return found;
}

/** The trigger asks the same; here with a word on each place. */
function assertCanBeSubmitted(draft: QuoteRevisionView, request: RequestForQuoting): void {
  if (draft.requestRevision !== request.revision) {
    throw quotingErrors.quote_on_former_revision();
  }
  if (draft.lines.length === 0) {
    throw quotingErrors.quote_without_lines();
  }
  const validity = validityProblems(draft.validUntil, request.deadline);
  if (validity.length > 0) {
    throw errors.invalid_input({ errors: validity });
  }
  const partial = partialProblems(draft.lines, request);
  if (partial.length > 0) {
    throw quotingErrors.partial_quote_not_welcome({ errors: partial });
  }
}
