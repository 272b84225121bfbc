import type { Schemas } from '@/api/client';

export type Comparison = Schemas['Comparison'];
export type ComparedLine = Schemas['ComparedLine'];
export type ComparedOffer = Schemas['ComparedOffer'];
export type ComparedQuote = Schemas['ComparedQuote'];

/** Why a quote cannot be awarded today, in the order of the rules. */
export type Hindrance = 'not_current' | 'stale' | 'expired' | 'certificate_missing';

export function hindrancesOf(quote: ComparedQuote): Hindrance[] {
  return [
    ...(quote.state === 'submitted' || isDecided(quote) ? [] : (['not_current'] as const)),
    ...(quote.stale ? (['stale'] as const) : []),
    ...(quote.expired ? (['expired'] as const) : []),
    ...(quote.missing.length > 0 ? (['certificate_missing'] as const) : []),
  ];
}

/** After the award a quote has its outcome; that is no fault of it. */
function isDecided(quote: ComparedQuote): boolean {
  return ['awarded', 'partly_awarded', 'declined'].includes(quote.state);
}

/** Offers by line and quote, for cells. */
export function offersByCell(lines: readonly ComparedLine[]): Map<string, ComparedOffer> {
  return new Map(
    lines.flatMap((line) =>
      line.offers.map((offer) => [cellKey(line.requestLineId, offer.quoteId), offer] as const),
    ),
  );
}

export function cellKey(requestLineId: string, quoteId: string): string {
  return `${requestLineId} ${quoteId}`;
}

/** Lines whose number, article or words hold what is sought. */
export function linesFound(lines: readonly ComparedLine[], search: string | undefined): ComparedLine[] {
  const sought = search?.toLocaleLowerCase();
  return sought
    ? lines.filter((line) =>
        `${line.position} ${line.sku ?? ''} ${line.description}`.toLocaleLowerCase().includes(sought),
      )
    : [...lines];
}
