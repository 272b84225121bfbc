import { minorToText, type OrganisationActor, type PageStart, type Tx } from '#platform';
import type { PaperParty, PaperPlace } from '../order-document/order-paper.js';
import type { OrderLineView, OrderQuery, OrderRow, OrderView } from './purchase-order.dto.js';
import type { OrderState } from './purchase-order.rules.js';

/** From which side an order is looked at. */
export type Side = 'buyer' | 'cooperative';

const ownColumn: Record<Side, string> = { buyer: 'buyer_id', cooperative: 'cooperative_id' };
const otherParty: Record<Side, string> = { buyer: 'seller', cooperative: 'buyer' };

/** Where a holder of the paper can check it. */
export function verifyUrlOf(publicUrl: string, verifyToken: string): string {
  return `${publicUrl}/verify/po/${verifyToken}`;
}

/** An order as an event finds it, locked. */
export interface LockedOrder {
  id: string;
  reference: string;
  state: OrderState;
  version: number;
}

export async function lockOrder(
  tx: Tx,
  actor: OrganisationActor,
  side: Side,
  id: string,
): Promise<LockedOrder> {
  return tx.one(
    `select id, reference, state, version from purchase_order where id = $1 and ${ownColumn[side]} = $2 for update`,
    [id, actor.organisationId],
  );
}

const rowColumns = `o.id, o.reference, o.revision, o.state, o.title, o.request_id as "requestId", o.currency,
  o.total_minor as "totalMinor", o.deliver_by as "deliverBy", o.issued_on as "issuedOn", o.issued_at as "issuedAt", o.version`;

type StoredRow = Omit<OrderRow, 'total'> & { totalMinor: string };

/** Orders newest first; `sortKey` is for the cursor. */
export async function listOrders(
  tx: Tx,
  actor: OrganisationActor,
  side: Side,
  query: OrderQuery,
  start: PageStart,
): Promise<(OrderRow & { sortKey: string })[]> {
  const party = (name: string): string =>
    `jsonb_build_object('id', o.parties->'${name}'->'id', 'name', o.parties->'${name}'->'name', 'country', o.parties->'${name}'->'country')`;
  const rows = await tx.query<StoredRow & { sortKey: string }>(
    `select ${rowColumns}, ${party('buyer')} as buyer, ${party('seller')} as cooperative, o.issued_at::text as "sortKey"
       from purchase_order o
      where o.${ownColumn[side]} = $1 and ($2::text is null or o.state = $2)
        and ($3::text is null or strpos(lower(o.reference || ' ' || (o.parties->'${otherParty[side]}'->>'name')), lower($3)) > 0)
        and ($4::timestamptz is null or (o.issued_at, o.id) < ($4, $5))
        and ($7::uuid is null or o.request_id = $7)
      order by o.issued_at desc, o.id desc limit $6`,
    [
      actor.organisationId,
      query.state ?? null,
      query.search || null,
      start.key,
      start.id,
      start.limit + 1,
      query.requestId ?? null,
    ],
  );
  return rows.map(({ totalMinor, ...row }) => ({ ...row, total: minorToText(totalMinor, row.currency) }));
}

type StoredOrder = Omit<
  OrderView,
  'total' | 'advance' | 'buyer' | 'cooperative' | 'deliverTo' | 'verifyUrl' | 'lines'
> & {
  totalMinor: string;
  advanceMinor: string;
  parties: { buyer: PaperParty; seller: PaperParty; deliverTo: PaperPlace };
  verifyToken: string;
  lines: (Omit<OrderLineView, 'amount'> & { amountMinor: string })[];
};

/** Lines of an order as JSON, by position; the order is `o`. */
export const linesJson = `(select json_agg(json_build_object(
    'position', l.position, 'sku', l.sku, 'description', l.description, 'specification', l.specification,
    'hsCode', l.hs_code, 'unitCode', l.unit_code, 'quantity', trim_scale(l.quantity)::text,
    'unitPrice', trim_scale(l.unit_price)::text, 'priceBaseQuantity', trim_scale(l.price_base_quantity)::text,
    'listUnitPrice', trim_scale(l.list_unit_price)::text, 'priceBreakFrom', trim_scale(l.price_break_from)::text,
    'amountMinor', l.amount_minor::text, 'neededBy', l.needed_by, 'leadTimeDays', l.lead_time_days) order by l.position)
   from purchase_order_line l where l.order_id = o.id)`;

export const certificatesJson = `coalesce((select json_agg(json_build_object(
    'id', c.certificate_id, 'reference', c.reference, 'scheme', c.scheme, 'validFrom', c.valid_from,
    'validUntil', c.valid_until) order by c.scheme, c.reference)
   from purchase_order_certificate c where c.order_id = o.id), '[]')`;

/** An order with its lines, certificates and documents, in one statement. Not visible from this side: 404. */
export async function readOrder(
  tx: Tx,
  actor: OrganisationActor,
  side: Side,
  id: string,
  publicUrl: string,
): Promise<OrderView> {
  const { totalMinor, advanceMinor, parties, verifyToken, lines, ...order } = await tx.one<StoredOrder>(
    `select ${rowColumns}, o.parties, r.reference as "requestReference", o.quote_id as "quoteId",
            q.reference as "quoteReference", o.incoterm, o.incoterm_place as "incotermPlace", o.payment_days as "paymentDays",
            trim_scale(o.advance_percent)::text as "advancePercent", o.advance_minor as "advanceMinor", o.terms,
            o.verify_token as "verifyToken", o.responded_at as "respondedAt", o.response_reason as "responseReason",
            o.cancelled_at as "cancelledAt", o.cancellation_reason as "cancellationReason",
            ${linesJson} as lines, ${certificatesJson} as certificates,
            (select json_agg(json_build_object(
               'kind', d.kind, 'revision', d.revision, 'state', d.state, 'sha256', d.sha256, 'size', d.size,
               'madeAt', d.made_at) order by d.revision desc, d.kind)
              from order_document d where d.order_id = o.id) as documents
       from purchase_order o
       left join request r on r.id = o.request_id
       left join quote q on q.id = o.quote_id
      where o.id = $1 and o.${ownColumn[side]} = $2`,
    [id, actor.organisationId],
  );
  return {
    ...order,
    buyer: partyOf(parties.buyer),
    cooperative: partyOf(parties.seller),
    deliverTo: parties.deliverTo,
    total: minorToText(totalMinor, order.currency),
    advance: minorToText(advanceMinor, order.currency),
    verifyUrl: verifyUrlOf(publicUrl, verifyToken),
    lines: lines.map(({ amountMinor, ...line }) => ({
      ...line,
      amount: minorToText(amountMinor, order.currency),
    })),
  };
}

function partyOf(party: PaperParty): PaperParty {
  const { id, name, legalId, street, city, postalCode, region, country, contactName, email, phone } = party;
  return { id, name, legalId, street, city, postalCode, region, country, contactName, email, phone };
}
