import type { ComparedQuote } from './compared';
import { hindrancesOf } from './compared';
import { unitsOf } from '../figures/decimal';

/** What a cell can show. */
export const measures = ['unit', 'amount', 'lead', 'capacity', 'certificates'] as const;
export type Measure = (typeof measures)[number];
export const columnOrders = ['coverage', 'total', 'name'] as const;
export type ColumnOrder = (typeof columnOrders)[number];

/** What of a comparison is in its address. */
export interface ComparisonSearch {
  show?: Measure[];
  sort?: ColumnOrder;
  search?: string;
  awardable?: boolean;
  /** On a phone: whose quote is read. */
  quote?: string;
}

export function comparisonSearch(given: Record<string, unknown>): ComparisonSearch {
  const asked: unknown[] | null = Array.isArray(given.show) ? given.show : null;
  const show = asked && measures.filter((one) => asked.includes(one));
  const sort = columnOrders.find((one) => one === given.sort);
  return {
    ...(show && { show }),
    ...(sort && { sort }),
    ...(typeof given.search === 'string' && given.search && { search: given.search }),
    ...(given.awardable === true && { awardable: true }),
    ...(typeof given.quote === 'string' && { quote: given.quote }),
  };
}

export const shownAtFirst: readonly Measure[] = ['unit', 'amount', 'lead'];

/** Cooperatives as they stand side by side. The api's own order is by coverage. */
export function columnsOf(
  quotes: readonly ComparedQuote[],
  { sort, awardable }: ComparisonSearch,
): ComparedQuote[] {
  const kept = awardable ? quotes.filter((quote) => hindrancesOf(quote).length === 0) : [...quotes];
  if (sort === 'name') {
    return kept.sort((one, other) => one.name.localeCompare(other.name));
  }
  if (sort === 'total') {
    return kept.sort((one, other) => {
      const gap = unitsOf(one.convertedTotal, 4) - unitsOf(other.convertedTotal, 4);
      return gap < 0n ? -1 : gap > 0n ? 1 : 0;
    });
  }
  return kept;
}
