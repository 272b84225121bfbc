import { digitsOf, toText, unitsOf } from '../figures/decimal';
import type { Award } from './plan';

export interface AwardShare {
  cooperativeId: string;
  cooperative: string;
  quoteReference: string;
  currency: string;
  /** The sum of its rounded amounts, as its order will have it. */
  total: string;
  allocations: Award['allocations'];
}

/** An award by cooperative: each becomes one order. */
export function sharesOf(award: Award): AwardShare[] {
  const shares = new Map<string, AwardShare>();
  for (const allocation of award.allocations) {
    const { cooperativeId, cooperative, quoteReference, currency, amount } = allocation;
    const digits = digitsOf(amount);
    const share = shares.get(cooperativeId) ?? {
      cooperativeId,
      cooperative,
      quoteReference,
      currency,
      total: toText(0n, digits, true),
      allocations: [],
    };
    shares.set(cooperativeId, {
      ...share,
      total: toText(unitsOf(share.total, digits) + unitsOf(amount, digits), digits, true),
      allocations: [...share.allocations, allocation],
    });
  }
  return [...shares.values()].sort((one, other) => one.cooperative.localeCompare(other.cooperative));
}
