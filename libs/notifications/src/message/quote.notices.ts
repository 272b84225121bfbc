import type { Tx } from '#platform';
import { type NoticesOf, peopleWho } from './notice.js';

interface QuoteInBrief {
  requestId: string;
  buyerId: string;
  cooperativeId: string;
  reference: string;
  title: string;
  buyer: string;
  cooperative: string;
  sealed: boolean;
  deadline: Date;
  quoteReference: string;
  state: string;
  revision: number;
  submittedAt: Date;
  reason: string | null;
}

async function load(tx: Tx, quoteId: string): Promise<QuoteInBrief> {
  return tx.one(
    `select q.request_id as "requestId", q.buyer_id as "buyerId", q.cooperative_id as "cooperativeId", r.reference, r.title,
            b.name as buyer, c.name as cooperative, r.sealed, r.deadline, q.reference as "quoteReference", q.state, q.revision,
            v.submitted_at as "submittedAt", q.decline_reason as reason
       from quote q join request r on r.id = q.request_id join quote_revision v on v.quote_id = q.id and v.revision = q.revision
       join organisation b on b.id = q.buyer_id join organisation c on c.id = q.cooperative_id
      where q.id = $1`,
    [quoteId],
  );
}

function named({
  reference,
  title,
  buyer,
}: QuoteInBrief): Pick<QuoteInBrief, 'reference' | 'title' | 'buyer'> {
  return { reference, title, buyer };
}

/** A receipt to the cooperative, whatever became of the quote since; to the buyer that there is a quote, and no price. */
export const quoteSubmitted: NoticesOf = async (tx, { id, link }) => {
  const quote = await load(tx, id('quoteId'));
  const { quoteReference, revision, submittedAt, cooperative, sealed, deadline, requestId } = quote;
  return [
    {
      kind: 'quote.submitted',
      facts: {
        ...named(quote),
        quoteReference,
        revision,
        submittedAt,
        link: link(`cooperative/requests/${requestId}`),
      },
      to: await peopleWho(tx, 'quotes.write', [quote.cooperativeId]),
    },
    {
      kind: 'quote.received',
      facts: { ...named(quote), cooperative, sealed, deadline, link: link(`buyer/requests/${requestId}`) },
      // A revision is no news to a buyer, and nor is what was withdrawn or decided meanwhile.
      to:
        revision === 1 && quote.state === 'submitted'
          ? await peopleWho(tx, 'requests.write', [quote.buyerId])
          : [],
    },
  ];
};

export const quoteDeclined: NoticesOf = async (tx, { id, link }) => {
  const quote = await load(tx, id('quoteId'));
  if (quote.state !== 'declined') {
    return [];
  }
  const { quoteReference, reason, requestId } = quote;
  return [
    {
      kind: 'quote.declined',
      facts: { ...named(quote), quoteReference, reason, link: link(`cooperative/requests/${requestId}`) },
      to: await peopleWho(tx, 'quotes.write', [quote.cooperativeId]),
    },
  ];
};

/** To those who may approve it; whoever proposed it may not. */
export const awardApprovalAsked: NoticesOf = async (tx, { id, link }) => {
  const awardId = id('awardId');
  const award = await tx.one<{
    buyerId: string;
    reference: string;
    title: string;
    buyer: string;
    state: string;
    proposedBy: string;
    proposer: string;
  }>(
    `select w.buyer_id as "buyerId", r.reference, r.title, o.name as buyer, w.state, w.proposed_by as "proposedBy",
            coalesce(p.name, 'A colleague') as proposer
       from award w join request r on r.id = w.request_id join organisation o on o.id = w.buyer_id
       left join person p on p.id = w.proposed_by
      where w.id = $1`,
    [awardId],
  );
  if (award.state !== 'awaiting_approval') {
    return [];
  }
  const { reference, title, buyer, proposer } = award;
  return [
    {
      kind: 'award.approval_asked',
      facts: { reference, title, buyer, proposer, link: link(`buyer/awards/${awardId}`) },
      to: await peopleWho(tx, 'awards.approve', [award.buyerId], award.proposedBy),
    },
  ];
};
