import type { ComparedOffer, ComparedQuote } from '../comparison/compared';
import { digitsOf, divideToEven, places, toText, unitsOf } from './decimal';

/** A unit price with at least the digits of its currency: `"7.7"` is `"7.70"` in euros. */
export function priceText(price: string, digits: number): string {
  const [whole = '0', fraction = ''] = price.split('.');
  return digits === 0 && fraction === '' ? whole : `${whole}.${fraction.padEnd(digits, '0')}`;
}

/** What one unit comes to in the request's currency, for reading: the amount over the quantity, to the cent, finer below one. */
export function convertedUnitPrice(offer: ComparedOffer, quote: ComparedQuote, currency: string): string {
  const digits = digitsOf(offer.convertedAmount);
  if (quote.currency === currency && offer.priceBaseQuantity === '1') {
    return priceText(offer.unitPrice, digits);
  }
  const amount = unitsOf(offer.convertedAmount, digits);
  const quantity = unitsOf(offer.comparedQuantity, places.quantity);
  const finer = amount * 1_000n < quantity * 10n ** BigInt(digits) ? digits + 2 : digits;
  const scale = 10n ** BigInt(finer - digits + places.quantity);
  return toText(divideToEven(amount * scale, quantity), finer, true);
}
