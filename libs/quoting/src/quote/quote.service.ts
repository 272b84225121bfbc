import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  assertVersion,
  Database,
  errors,
  ExchangeRates,
  type OrganisationActor,
  type Page,
  pageStart,
  type PersonActor,
  referenceOf,
  takeNumbers,
  toPage,
  type Tx,
} from '#platform';
import { type RequestForQuoting, Requests } from '#sourcing';
import { quotingErrors } from '../quoting.errors.js';
import { completeLines, type RevisionKey, writeDraft } from './quote-drafts.js';
import type {
  QuoteDraft,
  QuoteQuery,
  QuoteRevisionList,
  QuoteRevisionView,
  QuoteRow,
  QuoteView,
} from './quote.dto.js';
import {
  listQuotes,
  type LoadedQuote,
  lockQuote,
  readQuote,
  readRevision,
  readRevisionSummaries,
} from './quote.queries.js';
import { draftProblems, quoteAfter } from './quote.rules.js';

const largestRevision = 2 ** 31 - 1;

/** A cooperative's quotes as it writes and reads them. */
@Injectable()
export class QuoteService {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly rates: ExchangeRates,
  ) {}

  async list(actor: OrganisationActor, query: QuoteQuery): Promise<Page<QuoteRow>> {
    const start = pageStart(query);
    const rows = await this.database.read(actor, (tx) => listQuotes(tx, query.state ?? null, start));
    return toPage(rows, start);
  }

  /** Null while the acting cooperative, which is invited, has begun none. */
  async ofRequest(actor: OrganisationActor, requestId: string): Promise<QuoteView | null> {
    return this.database.read(actor, async (tx) => {
      const invited = await tx.one<{ begun: boolean }>(
        `select exists (select from quote q where q.request_id = i.request_id and q.cooperative_id = i.cooperative_id) as begun
           from request_invitation i join request r on r.id = i.request_id
          where i.request_id = $1 and i.cooperative_id = $2 and r.revision > 0`,
        [requestId, actor.organisationId],
      );
      return invited.begun ? readQuote(tx, requestId) : null;
    });
  }

  async revisions(actor: OrganisationActor, requestId: string): Promise<QuoteRevisionList> {
    const items = await this.database.read(actor, (tx) => readRevisionSummaries(tx, requestId));
    return { items, nextCursor: null };
  }

  async revision(actor: OrganisationActor, requestId: string, revision: number): Promise<QuoteRevisionView> {
    // Larger than the column holds is as absent as any other.
    const found =
      revision > largestRevision
        ? null
        : await this.database.read(actor, (tx) => readRevision(tx, requestId, revision));
    if (!found) {
      throw errors.not_found();
    }
    return found;
  }

  /**
   * Writes the draft whole. The first call begins the quote and needs no `version`; what was submitted stays, and the
   * draft becomes its next revision.
   */
  async save(
    actor: PersonActor,
    requestId: string,
    version: number | null,
    input: QuoteDraft,
  ): Promise<QuoteView> {
    return this.database.inTransaction(actor, async (tx) => {
      const request = await this.requests.forQuoting(tx, requestId);
      assertRequestOpen(request);
      const lines = completeLines(input);
      const problems = draftProblems({ ...input, lines }, request);
      if (problems.length > 0) {
        throw errors.invalid_input({ errors: problems });
      }
      // A quote that could not be compared is refused here, where it can be mended.
      await this.rates.of(tx, [input.currency, request.currency]);
      const quote =
        (await this.lockForSaving(tx, requestId, version)) ?? (await this.begin(tx, actor, request));
      const key: RevisionKey = {
        quoteId: quote.id,
        revision: draftRevision(quote),
        requestId,
        buyerId: request.buyerId,
        cooperativeId: actor.organisationId,
      };
      await writeDraft(tx, key, request.revision, input, lines);
      tx.record({
        action: 'quote.draft_saved',
        subjectType: 'quote',
        subjectId: quote.id,
        detail: { revision: key.revision, requestRevision: request.revision, lines: lines.length },
      });
      return readQuote(tx, requestId);
    });
  }

  private async lockForSaving(
    tx: Tx,
    requestId: string,
    version: number | null,
  ): Promise<LoadedQuote | null> {
    const quote = await lockQuote(tx, requestId);
    if (!quote) {
      return null;
    }
    quoteAfter(quote.state, 'revise');
    if (version === null) {
      throw errors.version_required();
    }
    assertVersion(quote, version);
    await tx.execute('update quote set version = version + 1 where id = $1', [quote.id]);
    return quote;
  }

  private async begin(tx: Tx, actor: PersonActor, request: RequestForQuoting): Promise<LoadedQuote> {
    const id = uuidv7();
    const year = tx.now.getUTCFullYear();
    const number = await takeNumbers(tx, { organisationId: actor.organisationId, kind: 'quote', year });
    await tx.execute(
      `insert into quote (id, request_id, buyer_id, cooperative_id, reference, state, created_by)
       values ($1, $2, $3, $4, $5, 'draft', $6)`,
      [id, request.id, request.buyerId, actor.organisationId, referenceOf('Q', year, number), actor.personId],
    );
    tx.record({
      action: 'quote.begun',
      subjectType: 'quote',
      subjectId: id,
      to: 'draft',
      detail: { requestId: request.id },
    });
    return { id, requestId: request.id, state: 'draft', revision: 0, newest: 0, version: 1 };
  }
}

/** The draft's own revision while there is one, otherwise the next. */
function draftRevision(quote: LoadedQuote): number {
  return quote.newest > quote.revision ? quote.newest : quote.revision + 1;
}

export function assertRequestOpen(request: RequestForQuoting): void {
  if (request.state !== 'open') {
    throw quotingErrors.request_not_open({
      detail: `This request is ${request.state.replaceAll('_', ' ')}: quotes are accepted only while it is open.`,
    });
  }
}
