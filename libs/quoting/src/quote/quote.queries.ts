import { minorToText, type PageStart, type Tx } from '#platform';
import { type BreakRow, breaksOf, withBreaks } from './price-breaks.js';
import { comparedQuantity, lineAmount } from './pricing.rules.js';
import type {
  QuoteLineView,
  QuoteRevisionSummary,
  QuoteRevisionView,
  QuoteRow,
  QuoteView,
} from './quote.dto.js';
import type { QuoteState } from './quote.rules.js';

export interface LoadedQuote {
  id: string;
  requestId: string;
  state: QuoteState;
  /** The newest submitted revision, and the newest of all. */
  revision: number;
  newest: number;
  version: number;
}

/** The actor's own quote on a request, or null; locked for a change. */
export async function lockQuote(tx: Tx, requestId: string): Promise<LoadedQuote | null> {
  return tx.maybeOne(
    `select q.id, q.request_id as "requestId", q.state, q.revision, q.version,
            (select coalesce(max(v.revision), 0) from quote_revision v where v.quote_id = q.id) as newest
       from quote q where q.request_id = $1 and q.cooperative_id = $2 for update of q`,
    [requestId, tx.actor.organisationId],
  );
}

const rowColumns = `q.id, q.reference, q.state, q.request_id as "requestId", r.reference as "requestReference",
  r.title as "requestTitle", request_state_now(r.state, r.deadline) as "requestState", r.deadline, q.revision,
  q.state = 'submitted' and exists (
    select from quote_revision v where v.quote_id = q.id and v.revision = q.revision and v.request_revision < r.revision) as stale,
  q.submitted_at as "submittedAt", q.withdrawn_at as "withdrawnAt", q.decline_reason as "declineReason", q.version`;

export async function listQuotes(
  tx: Tx,
  state: string | null,
  start: PageStart,
): Promise<(QuoteRow & { sortKey: string })[]> {
  return tx.query(
    `select ${rowColumns}, q.created_at::text as "sortKey"
       from quote q join request r on r.id = q.request_id
      where q.cooperative_id = $1 and ($2::text is null or q.state = $2)
        and ($3::timestamptz is null or (q.created_at, q.id) < ($3, $4))
      order by q.created_at desc, q.id desc limit $5`,
    [tx.actor.organisationId, state, start.key, start.id, start.limit + 1],
  );
}

type RevisionRow = Omit<QuoteRevisionView, 'lines' | 'total' | 'lineCount'> & {
  lines: Omit<QuoteLineView, 'amount' | 'priceBreaks'>[];
  breaks: BreakRow[];
};

/** Revisions of a quote with their lines and breaks, newest first. */
async function readRevisions(
  tx: Tx,
  quoteId: string,
  revisions: readonly number[] | null,
): Promise<QuoteRevisionView[]> {
  const rows = await tx.query<RevisionRow>(
    `select v.revision, v.request_revision as "requestRevision", v.currency, v.valid_until as "validUntil", v.terms,
            v.created_at as "createdAt", v.submitted_at as "submittedAt", coalesce(offered.lines, '[]') as lines,
            ${breaksOf('v.quote_id', 'v.revision')} as breaks
       from quote_revision v
       left join lateral (
         select json_agg(json_build_object(
                  'requestLineId', l.request_line_id, 'position', r.position, 'description', r.description,
                  'unitCode', r.unit_code, 'asked', trim_scale(r.quantity)::text, 'quantity', trim_scale(l.quantity)::text,
                  'unitPrice', trim_scale(l.unit_price)::text, 'priceBaseQuantity', trim_scale(l.price_base_quantity)::text,
                  'minimumQuantity', trim_scale(l.minimum_quantity)::text, 'leadTimeDays', l.lead_time_days,
                  'capacityPerMonth', trim_scale(l.capacity_per_month)::text, 'note', l.note) order by r.position) as lines
           from quote_line l
           join request_line r on r.request_id = l.request_id and r.id = l.request_line_id
          where l.quote_id = v.quote_id and l.revision = v.revision
       ) offered on true
      where v.quote_id = $1 and ($2::int[] is null or v.revision = any($2)) order by v.revision desc`,
    [quoteId, revisions],
  );
  return rows.map(priced);
}

function priced({ breaks, ...row }: RevisionRow): QuoteRevisionView {
  let total = 0n;
  const lines = withBreaks(row.lines, breaks).map((line) => {
    const amount = lineAmount(line, comparedQuantity(line.asked, line.quantity), row.currency);
    total += amount;
    return { ...line, amount: minorToText(amount, row.currency) };
  });
  return { ...row, total: minorToText(total, row.currency), lineCount: lines.length, lines };
}

/** The actor's own quote on a request with what stands and what is being written. */
export async function readQuote(tx: Tx, requestId: string): Promise<QuoteView> {
  const { newest, ...row } = await tx.one<QuoteRow & { newest: number }>(
    `select ${rowColumns}, (select coalesce(max(v.revision), 0) from quote_revision v where v.quote_id = q.id) as newest
       from quote q join request r on r.id = q.request_id where q.request_id = $1 and q.cooperative_id = $2`,
    [requestId, tx.actor.organisationId],
  );
  const revisions = await readRevisions(tx, row.id, [row.revision, newest]);
  return {
    ...row,
    draft: revisions.find((one) => one.submittedAt === null) ?? null,
    submitted: revisions.find((one) => one.revision === row.revision && one.submittedAt !== null) ?? null,
  };
}

/** Every revision that was kept, without its lines. */
export async function readRevisionSummaries(tx: Tx, requestId: string): Promise<QuoteRevisionSummary[]> {
  const { id } = await ownQuote(tx, requestId);
  const revisions = await readRevisions(tx, id, null);
  return revisions.map(({ lines: _lines, ...summary }) => summary);
}

/** One revision as it was kept. */
export async function readRevision(
  tx: Tx,
  requestId: string,
  revision: number,
): Promise<QuoteRevisionView | null> {
  const { id } = await ownQuote(tx, requestId);
  const [found] = await readRevisions(tx, id, [revision]);
  return found ?? null;
}

async function ownQuote(tx: Tx, requestId: string): Promise<{ id: string }> {
  return tx.one('select id from quote where request_id = $1 and cooperative_id = $2', [
    requestId,
    tx.actor.organisationId,
  ]);
}
