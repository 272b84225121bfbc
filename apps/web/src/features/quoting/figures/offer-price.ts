import type { ComparedOffer, ComparedQuote } from '../comparison/compared';
import { digitsOf, divideToEven, places, unitsOf } from './decimal';

export interface PriceStep {
  /** Null for the list price, which holds below the first break. */
  from: string | null;
  unitPrice: string;
}

/** The prices of an offer, the list price first. */
export function stepsOf(offer: ComparedOffer): PriceStep[] {
  return [
    { from: null, unitPrice: offer.listUnitPrice },
    ...offer.priceBreaks.map(({ fromQuantity, unitPrice }) => ({ from: fromQuantity, unitPrice })),
  ];
}

/** What a quantity of an offer costs in the quote's currency, in minor units: every unit at the last break that is reached. */
export function offerAmount(offer: ComparedOffer, quantity: bigint): { minor: bigint; unitPrice: string } {
  const reached = offer.priceBreaks.findLast(
    (step) => quantity >= unitsOf(step.fromQuantity, places.quantity),
  );
  const unitPrice = reached?.unitPrice ?? offer.listUnitPrice;
  const dividend = quantity * unitsOf(unitPrice, places.price) * 10n ** BigInt(digitsOf(offer.amount));
  const divisor = unitsOf(offer.priceBaseQuantity, places.quantity) * 10n ** BigInt(places.price);
  return { minor: divideToEven(dividend, divisor), unitPrice };
}

/** Converts minor units of a quote's currency into the request's, by the comparison's rates, half to even. */
export function converter(
  rates: readonly { currency: string; perEuro: string }[],
  currency: string,
  digits: number,
): (minor: bigint, from: Pick<ComparedQuote, 'currency' | 'total'>) => bigint {
  const perEuro = new Map(rates.map((rate) => [rate.currency, unitsOf(rate.perEuro, places.rate)]));
  const into = perEuro.get(currency) ?? 0n;
  return (minor, from) => {
    const own = perEuro.get(from.currency);
    return from.currency === currency || !own || !into
      ? minor
      : divideToEven(minor * into * 10n ** BigInt(digits), own * 10n ** BigInt(digitsOf(from.total)));
  };
}
