import type { Tx } from '#platform';
import type { MessageFacts } from './message.templates.js';
import { type NoticeOf, type NoticesOf, type Occasion, peopleWho, type Recipient } from './notice.js';

interface OrderInBrief {
  id: string;
  buyerId: string;
  cooperativeId: string;
  reference: string;
  title: string;
  state: string;
  buyer: string;
  cooperative: string;
  responseReason: string | null;
  cancellationReason: string | null;
}

async function load(tx: Tx, orderId: string): Promise<OrderInBrief> {
  return tx.one(
    `select id, buyer_id as "buyerId", cooperative_id as "cooperativeId", reference, title, state,
            parties->'buyer'->>'name' as buyer, parties->'seller'->>'name' as cooperative,
            response_reason as "responseReason", cancellation_reason as "cancellationReason"
       from purchase_order where id = $1`,
    [orderId],
  );
}

function forBuyer(
  { id, reference, title, cooperative }: OrderInBrief,
  { link }: Occasion,
): MessageFacts['order.issued'] {
  return { reference, title, partner: cooperative, link: link(`buyer/orders/${id}`) };
}

function forCooperative(
  { id, reference, title, buyer }: OrderInBrief,
  { link }: Occasion,
): MessageFacts['order.issued'] {
  return { reference, title, partner: buyer, link: link(`cooperative/orders/${id}`) };
}

const cooperatives = (tx: Tx, order: OrderInBrief): Promise<Recipient[]> =>
  peopleWho(tx, 'orders.answer', [order.cooperativeId]);
const buyers = (tx: Tx, order: OrderInBrief): Promise<Recipient[]> =>
  peopleWho(tx, 'orders.write', [order.buyerId]);

export const orderIssued: NoticesOf = async (tx, occasion) => {
  const order = await load(tx, occasion.id('orderId'));
  return order.state === 'issued'
    ? [{ kind: 'order.issued', facts: forCooperative(order, occasion), to: await cooperatives(tx, order) }]
    : [];
};

export const orderDocumentsReady: NoticesOf = async (tx, occasion) => {
  const order = await load(tx, occasion.id('orderId'));
  const both: NoticeOf<'order.documents_ready'>[] = [
    {
      kind: 'order.documents_ready',
      facts: forCooperative(order, occasion),
      to: await cooperatives(tx, order),
    },
    { kind: 'order.documents_ready', facts: forBuyer(order, occasion), to: await buyers(tx, order) },
  ];
  return both;
};

export const orderAccepted: NoticesOf = async (tx, occasion) => {
  const order = await load(tx, occasion.id('orderId'));
  return [{ kind: 'order.accepted', facts: forBuyer(order, occasion), to: await buyers(tx, order) }];
};

export const orderRejected: NoticesOf = async (tx, occasion) => {
  const order = await load(tx, occasion.id('orderId'));
  const facts = { ...forBuyer(order, occasion), reason: order.responseReason ?? '' };
  return [{ kind: 'order.rejected', facts, to: await buyers(tx, order) }];
};

export const orderCancelled: NoticesOf = async (tx, occasion) => {
  const order = await load(tx, occasion.id('orderId'));
  const facts = { ...forCooperative(order, occasion), reason: order.cancellationReason ?? '' };
  return [{ kind: 'order.cancelled', facts, to: await cooperatives(tx, order) }];
};
