import { Injectable } from '@nestjs/common';
import { Certificates, Schemes } from '#compliance';
import type { Tx } from '#platform';
import type { RequestForAward } from '#sourcing';
import { quotingMessages } from '../quoting.messages.js';
import { quoteAfter } from '../quote/quote.rules.js';
import { missingCertificates } from './award-facts.js';
import { databaseDay } from './award.queries.js';

interface Candidate {
  id: string;
  cooperativeId: string;
  cooperative: string;
  requestRevision: number;
  validUntil: string;
  chosen: boolean;
  /** Every line that it quoted went to it, as far as it was asked for. */
  whole: boolean;
}

/** What an award makes of every quote of its request: awarded, partly awarded, or declined with a reason. */
@Injectable()
export class QuoteOutcomes {
  constructor(
    private readonly certificates: Certificates,
    private readonly schemes: Schemes,
  ) {}

  async decide(tx: Tx, awardId: string, request: RequestForAward): Promise<void> {
    const candidates = await loadCandidates(tx, awardId, request.id);
    const reasons = await this.declineReasons(
      tx,
      request,
      candidates.filter((one) => !one.chosen),
    );
    const outcomes = candidates.map((one) => ({
      id: one.id,
      state: quoteAfter('submitted', one.chosen ? (one.whole ? 'award' : 'award_partly') : 'decline'),
      reason: reasons.get(one.id) ?? null,
    }));
    await tx.execute(
      `update quote q set state = o.state, decline_reason = o.reason, version = q.version + 1
         from jsonb_to_recordset($1) as o(id uuid, state text, reason text)
        where q.id = o.id and q.request_id = $2`,
      [JSON.stringify(outcomes), request.id],
    );
    for (const { id, state, reason } of outcomes) {
      tx.record({
        action: `quote.${state}`,
        subjectType: 'quote',
        subjectId: id,
        from: 'submitted',
        to: state,
        detail: { awardId, ...(reason !== null && { reason }) },
      });
      if (state === 'declined') {
        tx.announce(quotingMessages.quoteDeclined(id));
      }
    }
  }

  /** What the cooperative could have known itself; why another was preferred is the buyer's own. */
  private async declineReasons(
    tx: Tx,
    request: RequestForAward,
    declined: readonly Candidate[],
  ): Promise<Map<string, string>> {
    if (declined.length === 0) {
      return new Map();
    }
    const today = await databaseDay(tx);
    const held = await this.certificates.held(
      tx,
      declined.map((one) => one.cooperativeId),
      request.schemeIds,
    );
    const required = await this.schemes.byIds(tx, request.schemeIds);
    const missing = missingCertificates(
      declined.map((one) => ({ id: one.cooperativeId, name: one.cooperative })),
      required,
      held,
    );
    return new Map(
      declined.map((one) => {
        const lacks = missing
          .filter((lack) => lack.cooperativeId === one.cooperativeId)
          .map((lack) => lack.scheme);
        const reason =
          lacks.length > 0
            ? `On the day of the award there was no valid certificate of ${lacks.join(', ')}.`
            : one.requestRevision !== request.revision
              ? 'The request had changed since, and the quote was not confirmed on its new revision.'
              : one.validUntil < today
                ? `The quote was valid until ${one.validUntil}, before the day of the award.`
                : 'The buyer chose other quotes.';
        return [one.id, reason];
      }),
    );
  }
}

async function loadCandidates(tx: Tx, awardId: string, requestId: string): Promise<Candidate[]> {
  return tx.query(
    `select q.id, q.cooperative_id as "cooperativeId", coalesce(o.name, '') as cooperative,
            v.request_revision as "requestRevision", v.valid_until as "validUntil",
            share.given > 0 as chosen, share.in_full = share.quoted as whole
       from quote q
       join quote_revision v on v.quote_id = q.id and v.revision = q.revision
       left join organisation o on o.id = q.cooperative_id
       cross join lateral (
         select count(*) as quoted, count(a.quantity) as given,
                count(*) filter (where a.quantity >= least(l.quantity, r.quantity)) as in_full
           from quote_line l
           join request_line r on r.request_id = l.request_id and r.id = l.request_line_id
           left join award_allocation a
             on a.award_id = $1 and a.quote_id = l.quote_id and a.request_line_id = l.request_line_id
          where l.quote_id = q.id and l.revision = q.revision
       ) share
      where q.request_id = $2 and q.state = 'submitted' order by q.id`,
    [awardId, requestId],
  );
}
