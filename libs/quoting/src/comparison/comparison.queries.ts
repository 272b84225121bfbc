import type { Tx } from '#platform';
import { type BreakRow, breaksOf, withBreaks } from '../quote/price-breaks.js';
import type { PriceBreak } from '../quote/pricing.rules.js';

export interface ComparedRequestRow {
  id: string;
  reference: string;
  title: string;
  state: string;
  currency: string;
  revision: number;
  sealed: boolean;
  deadline: Date | null;
  today: string;
  schemeIds: string[];
  lines: {
    requestLineId: string;
    position: number;
    sku: string | null;
    description: string;
    unitCode: string;
    quantity: string;
    neededBy: string | null;
  }[];
  quotedBy: { cooperativeId: string; name: string; submittedAt: string }[];
}

/** The buyer's request with its lines, and whose quotes stand: nothing in it is a price. */
export async function readComparedRequest(tx: Tx, requestId: string): Promise<ComparedRequestRow> {
  return tx.one(
    `select r.id, r.reference, r.title, request_state_now(r.state, r.deadline) as state, r.currency, r.revision, r.deadline,
            r.sealed and request_state_now(r.state, r.deadline) not in ('closed', 'awarded', 'unawarded') as sealed,
            weftway_now()::date as today,
            array(select q.scheme_id from request_requirement q where q.request_id = r.id) as "schemeIds",
            coalesce((
              select json_agg(json_build_object(
                       'requestLineId', l.id, 'position', l.position, 'sku', l.sku, 'description', l.description,
                       'unitCode', l.unit_code, 'quantity', trim_scale(l.quantity)::text, 'neededBy', l.needed_by) order by l.position)
                from request_line l where l.request_id = r.id), '[]') as lines,
            coalesce((
              select json_agg(json_build_object(
                       'cooperativeId', q.cooperative_id, 'name', coalesce(o.name, ''), 'submittedAt', q.submitted_at)
                       order by q.submitted_at, q.id)
                from quote q left join organisation o on o.id = q.cooperative_id
               where q.request_id = r.id and q.state not in ('draft', 'withdrawn')), '[]') as "quotedBy"
       from request r where r.id = $1 and r.buyer_id = $2`,
    [requestId, tx.actor.organisationId],
  );
}

export interface ComparedOfferRow {
  requestLineId: string;
  quantity: string;
  unitPrice: string;
  priceBaseQuantity: string;
  minimumQuantity: string;
  leadTimeDays: number;
  capacityPerMonth: string | null;
  note: string | null;
  priceBreaks: PriceBreak[];
}

export interface ComparedQuoteRow {
  quoteId: string;
  reference: string;
  state: string;
  revision: number;
  requestRevision: number;
  cooperativeId: string;
  currency: string;
  validUntil: string;
  terms: string | null;
  submittedAt: Date;
  offers: ComparedOfferRow[];
}

/** Every quote that stands, with its offers and breaks, as the row policies let the buyer read them. */
export async function readComparedQuotes(tx: Tx, requestId: string): Promise<ComparedQuoteRow[]> {
  const rows = await tx.query<
    Omit<ComparedQuoteRow, 'offers'> & { offers: Omit<ComparedOfferRow, 'priceBreaks'>[]; breaks: BreakRow[] }
  >(
    `select q.id as "quoteId", q.reference, q.state, q.revision, v.request_revision as "requestRevision",
            q.cooperative_id as "cooperativeId", v.currency, v.valid_until as "validUntil", v.terms,
            v.submitted_at as "submittedAt", coalesce(offered.offers, '[]') as offers,
            ${breaksOf('q.id', 'q.revision')} as breaks
       from quote q
       join quote_revision v on v.quote_id = q.id and v.revision = q.revision
       left join lateral (
         select json_agg(json_build_object(
                  'requestLineId', l.request_line_id, 'quantity', trim_scale(l.quantity)::text,
                  'unitPrice', trim_scale(l.unit_price)::text, 'priceBaseQuantity', trim_scale(l.price_base_quantity)::text,
                  'minimumQuantity', trim_scale(l.minimum_quantity)::text, 'leadTimeDays', l.lead_time_days,
                  'capacityPerMonth', trim_scale(l.capacity_per_month)::text, 'note', l.note)) as offers
           from quote_line l
          where l.quote_id = q.id and l.revision = q.revision
       ) offered on true
      where q.request_id = $1 and q.state not in ('draft', 'withdrawn')
      order by q.submitted_at, q.id`,
    [requestId],
  );
  return rows.map(({ breaks, ...row }) => ({ ...row, offers: withBreaks(row.offers, breaks) }));
}

/** The day of each currency's rate, chosen as `ExchangeRates` chooses it. */
export async function readRateDays(tx: Tx, currencies: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ currency: string; day: string }>(
    `select currency, max(day) as day from exchange_rate where currency = any($1) and day <= $2 group by currency`,
    [currencies, tx.now],
  );
  return new Map(rows.map((row) => [row.currency, row.day]));
}
