import { minorToText, type PageStart, type Tx } from '#platform';
import { type BreakRow, breaksOf, withBreaks } from '../quote/price-breaks.js';
import type { AllocationView, AwardRow, AwardView } from './award.dto.js';
import type { AwardState, OfferedLine, OfferedQuote } from './award.rules.js';

export interface LoadedAward {
  id: string;
  requestId: string;
  buyerId: string;
  state: AwardState;
  currency: string;
  totalMinor: string;
  needsApproval: boolean;
  proposedBy: string;
  version: number;
}

const awardColumns = `id, request_id as "requestId", buyer_id as "buyerId", state, currency, total_minor as "totalMinor",
  needs_approval as "needsApproval", proposed_by as "proposedBy", version`;

/** The award's row; locked where the caller is going to change it. */
export async function loadAward(tx: Tx, id: string, lock: 'for update' | '' = ''): Promise<LoadedAward> {
  return tx.one(`select ${awardColumns} from award where id = $1 ${lock}`, [id]);
}

/** A quote as awards are made from it, with what its order needs to know. */
export interface Offer extends OfferedQuote {
  reference: string;
  terms: string | null;
}

/** The quotes of these ids that are of the request, each with its lines that are asked for. */
export async function loadOffers(
  tx: Tx,
  requestId: string,
  quoteIds: readonly string[],
  requestLineIds: readonly string[],
): Promise<Map<string, Offer>> {
  const rows = await tx.query<
    Omit<Offer, 'lines'> & {
      lines: (Omit<OfferedLine, 'priceBreaks'> & { requestLineId: string })[];
      breaks: BreakRow[];
    }
  >(
    `select q.id, q.reference, q.state, q.cooperative_id as "cooperativeId", coalesce(o.name, '') as cooperative, q.revision,
            v.request_revision as "requestRevision", v.currency, v.valid_until as "validUntil", v.terms,
            coalesce(offered.lines, '[]') as lines, ${breaksOf('q.id', 'q.revision')} as breaks
       from quote q
       join quote_revision v on v.quote_id = q.id and v.revision = q.revision
       left join organisation o on o.id = q.cooperative_id
       left join lateral (
         select json_agg(json_build_object(
                  'requestLineId', l.request_line_id, 'quantity', trim_scale(l.quantity)::text,
                  'minimumQuantity', trim_scale(l.minimum_quantity)::text, 'leadTimeDays', l.lead_time_days,
                  'unitPrice', trim_scale(l.unit_price)::text, 'priceBaseQuantity', trim_scale(l.price_base_quantity)::text))
                as lines
           from quote_line l
          where l.quote_id = q.id and l.revision = q.revision and l.request_line_id = any($3)
       ) offered on true
      where q.request_id = $1 and q.id = any($2)`,
    [requestId, quoteIds, requestLineIds],
  );
  return new Map(
    rows.map(({ breaks, ...row }) => [
      row.id,
      { ...row, lines: new Map(withBreaks(row.lines, breaks).map((line) => [line.requestLineId, line])) },
    ]),
  );
}

export interface StoredAllocation {
  requestLineId: string;
  quoteId: string;
  quoteRevision: number;
  cooperativeId: string;
  quantity: string;
  unitPrice: string;
  priceBaseQuantity: string;
  priceBreakFrom: string | null;
  currency: string;
  amountMinor: string;
}

/** An award's allocations in the order in which it is shown, which the pointers of a refusal follow. */
export async function loadAllocations(tx: Tx, awardId: string): Promise<StoredAllocation[]> {
  return tx.query(
    `select a.request_line_id as "requestLineId", a.quote_id as "quoteId", a.quote_revision as "quoteRevision",
            a.cooperative_id as "cooperativeId", trim_scale(a.quantity)::text as quantity,
            trim_scale(a.unit_price)::text as "unitPrice", trim_scale(a.price_base_quantity)::text as "priceBaseQuantity",
            trim_scale(a.price_break_from)::text as "priceBreakFrom", a.currency, a.amount_minor as "amountMinor"
       from award_allocation a join request_line l on l.request_id = a.request_id and l.id = a.request_line_id
      where a.award_id = $1 order by l.position, a.quote_id`,
    [awardId],
  );
}

/** The day by the database, on which validity is judged. */
export async function databaseDay(tx: Tx): Promise<string> {
  const { today } = await tx.one<{ today: string }>('select weftway_now()::date as today');
  return today;
}

type StoredView = Omit<AwardView, 'total' | 'allocations'> & {
  totalMinor: string;
  allocations: (Omit<AllocationView, 'amount'> & { amountMinor: string })[];
};

/** An award with its allocations and everyone's names, in one statement. */
export async function readAward(tx: Tx, id: string): Promise<AwardView> {
  const { totalMinor, ...award } = await tx.one<StoredView>(
    `select w.id, w.request_id as "requestId", r.reference as "requestReference", r.title as "requestTitle", w.state, w.currency,
            w.total_minor as "totalMinor", w.needs_approval as "needsApproval", w.reason,
            w.proposed_by as "proposedBy", p.name as "proposedByName", w.proposed_at as "proposedAt",
            w.approved_by as "approvedBy", a.name as "approvedByName", w.approved_at as "approvedAt",
            w.rejection_reason as "rejectionReason", w.confirmed_at as "confirmedAt", w.version,
            coalesce(given.allocations, '[]') as allocations
       from award w
       join request r on r.id = w.request_id
       left join person p on p.id = w.proposed_by
       left join person a on a.id = w.approved_by
       left join lateral (
         select json_agg(json_build_object(
                  'requestLineId', g.request_line_id, 'position', l.position, 'sku', l.sku, 'description', l.description,
                  'unitCode', l.unit_code, 'asked', trim_scale(l.quantity)::text, 'quoteId', g.quote_id,
                  'quoteReference', q.reference, 'quoteRevision', g.quote_revision, 'cooperativeId', g.cooperative_id,
                  'cooperative', coalesce(o.name, ''), 'quantity', trim_scale(g.quantity)::text,
                  'unitPrice', trim_scale(g.unit_price)::text, 'priceBaseQuantity', trim_scale(g.price_base_quantity)::text,
                  'priceBreakFrom', trim_scale(g.price_break_from)::text, 'currency', g.currency,
                  'amountMinor', g.amount_minor::text) order by l.position, g.quote_id) as allocations
           from award_allocation g
           join request_line l on l.request_id = g.request_id and l.id = g.request_line_id
           join quote q on q.id = g.quote_id
           left join organisation o on o.id = g.cooperative_id
          where g.award_id = w.id
       ) given on true
      where w.id = $1`,
    [id],
  );
  return {
    ...award,
    total: minorToText(totalMinor, award.currency),
    allocations: award.allocations.map(({ amountMinor, ...one }) => ({
      ...one,
      amount: minorToText(amountMinor, one.currency),
    })),
  };
}

/** Awards newest first; `sortKey` is for the cursor. */
export async function listAwards(
  tx: Tx,
  filter: { state: string | null; requestId: string | null; search: string | null },
  start: PageStart,
): Promise<(AwardRow & { sortKey: string })[]> {
  const rows = await tx.query<Omit<AwardRow, 'total'> & { totalMinor: string; sortKey: string }>(
    `select w.id, w.request_id as "requestId", r.reference as "requestReference", r.title as "requestTitle", w.state, w.currency,
            w.total_minor as "totalMinor", w.needs_approval as "needsApproval", w.proposed_by as "proposedBy",
            p.name as "proposedByName", w.proposed_at as "proposedAt", w.confirmed_at as "confirmedAt", w.version,
            w.proposed_at::text as "sortKey"
       from award w join request r on r.id = w.request_id left join person p on p.id = w.proposed_by
      where w.buyer_id = $6 and ($1::text is null or w.state = $1) and ($2::uuid is null or w.request_id = $2)
        and ($3::timestamptz is null or (w.proposed_at, w.id) < ($3, $4))
        and ($7::text is null or strpos(lower(r.title || ' ' || r.reference), lower($7)) > 0)
      order by w.proposed_at desc, w.id desc limit $5`,
    [
      filter.state,
      filter.requestId,
      start.key,
      start.id,
      start.limit + 1,
      tx.actor.organisationId,
      filter.search,
    ],
  );
  return rows.map(({ totalMinor, ...row }) => ({ ...row, total: minorToText(totalMinor, row.currency) }));
}
