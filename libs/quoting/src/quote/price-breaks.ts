import type { PriceBreak } from './pricing.rules.js';

/** A break as a statement answers it, beside the lines: joined here, since a join of both in SQL is at the mercy of its plan. */
export interface BreakRow extends PriceBreak {
  requestLineId: string;
}

/** The breaks of one revision of a quote, as a json array in ascending order. */
export const breaksOf = (quoteId: string, revision: string): string => `coalesce((
  select json_agg(json_build_object('requestLineId', b.request_line_id, 'fromQuantity', trim_scale(b.from_quantity)::text,
                                    'unitPrice', trim_scale(b.unit_price)::text) order by b.from_quantity)
    from quote_price_break b where b.quote_id = ${quoteId} and b.revision = ${revision}), '[]')`;

/** Each line with its breaks, which come in ascending order. */
export function withBreaks<Line extends { requestLineId: string }>(
  lines: readonly Line[],
  rows: readonly BreakRow[],
): (Line & { priceBreaks: PriceBreak[] })[] {
  const byLine = new Map(lines.map((line) => [line.requestLineId, [] as PriceBreak[]]));
  for (const { requestLineId, ...step } of rows) {
    byLine.get(requestLineId)?.push(step);
  }
  return lines.map((line) => ({ ...line, priceBreaks: byLine.get(line.requestLineId) ?? [] }));
}
