import type { Tx } from '#platform';
import { type NoticesOf, peopleWho } from './notice.js';

interface RequestInBrief {
  buyerId: string;
  reference: string;
  title: string;
  buyer: string;
  /** As the clock has it. */
  state: string;
  revision: number;
  sealed: boolean;
  deadline: Date;
  reason: string | null;
  submittedBy: string | null;
  lines: number;
  quotes: number;
}

async function load(tx: Tx, requestId: string): Promise<RequestInBrief> {
  return tx.one(
    `select r.buyer_id as "buyerId", r.reference, r.title, o.name as buyer, request_state_now(r.state, r.deadline) as state,
            r.revision, r.sealed, r.deadline, r.cancellation_reason as reason, r.submitted_by as "submittedBy",
            (select count(*)::int from request_line l where l.request_id = r.id) as lines,
            (select count(*)::int from quote q where q.request_id = r.id and q.state not in ('draft', 'withdrawn')) as quotes
       from request r join organisation o on o.id = r.buyer_id where r.id = $1`,
    [requestId],
  );
}

/** What every message about a request says of it. */
function named({
  reference,
  title,
  buyer,
}: RequestInBrief): Pick<RequestInBrief, 'reference' | 'title' | 'buyer'> {
  return { reference, title, buyer };
}

/** To the managers of one invited cooperative, while it can quote. */
export const requestInvited: NoticesOf = async (tx, { id, link }) => {
  const requestId = id('requestId');
  const request = await load(tx, requestId);
  if (request.state !== 'open') {
    return [];
  }
  const { deadline, lines } = request;
  return [
    {
      kind: 'request.invited',
      facts: { ...named(request), deadline, lines, link: link(`cooperative/requests/${requestId}`) },
      to: await peopleWho(tx, 'quotes.write', [id('cooperativeId')]),
    },
  ];
};

/** To those who may approve it; whoever submitted it may not. */
export const requestApprovalAsked: NoticesOf = async (tx, { id, link }) => {
  const requestId = id('requestId');
  const request = await load(tx, requestId);
  if (request.state !== 'awaiting_approval') {
    return [];
  }
  return [
    {
      kind: 'request.approval_asked',
      facts: { ...named(request), link: link(`buyer/requests/${requestId}`) },
      to: await peopleWho(tx, 'requests.approve', [request.buyerId], request.submittedBy),
    },
  ];
};

export const requestClosed: NoticesOf = async (tx, { id, link }) => {
  const requestId = id('requestId');
  const request = await load(tx, requestId);
  if (request.state !== 'closed') {
    return [];
  }
  return [
    {
      kind: 'request.closed',
      facts: { ...named(request), quotes: request.quotes, link: link(`buyer/requests/${requestId}`) },
      to: await peopleWho(tx, 'requests.write', [request.buyerId]),
    },
  ];
};

/** To every invited cooperative that has not declined; a request that was never published is known to none. */
export const requestCancelled: NoticesOf = async (tx, { id, link }) => {
  const requestId = id('requestId');
  const request = await load(tx, requestId);
  if (request.state !== 'cancelled' || request.revision === 0) {
    return [];
  }
  const invited = await tx.query<{ cooperative_id: string }>(
    'select cooperative_id from request_invitation where request_id = $1 and declined_at is null',
    [requestId],
  );
  return [
    {
      kind: 'request.cancelled',
      facts: { ...named(request), reason: request.reason, link: link(`cooperative/requests/${requestId}`) },
      to: await peopleWho(
        tx,
        'quotes.write',
        invited.map((one) => one.cooperative_id),
      ),
    },
  ];
};
