/** One offer on one line, as far as offers are ranked by it. */
export interface RankedOffer {
  quoteId: string;
  /** What the compared quantity costs, in minor units of the request's currency. */
  amountMinor: bigint;
  /** In thousandths of the line's unit, as finely as quantities go. */
  comparedThousandths: bigint;
  leadTimeDays: number;
  /** Whether an award of the compared quantity would pass the rules today. */
  awardable: boolean;
}

/** Below zero when `one` is the better: cheaper by the unit, then sooner. By products of whole numbers, since a quotient would round. */
export function compareOffers(one: RankedOffer, other: RankedOffer): number {
  const price = one.amountMinor * other.comparedThousandths;
  const otherPrice = other.amountMinor * one.comparedThousandths;
  return price === otherPrice ? one.leadTimeDays - other.leadTimeDays : price < otherPrice ? -1 : 1;
}

/** The best of those that can be awarded; null when none can. Offers come ranked. */
export function bestOf(ranked: readonly RankedOffer[]): string | null {
  return ranked.find((offer) => offer.awardable)?.quoteId ?? null;
}
