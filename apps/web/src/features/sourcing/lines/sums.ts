import { divideToEven, places, toText, toUnits } from '@/features/quoting/figures/decimal';
import type { Line } from './line';

/** Digits of a currency after the point. */
export function digitsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

export interface Sums {
  /** Quantity by unit, in the order in which units appear. */
  quantities: [unitCode: string, quantity: string][];
  /** At target prices, of the lines that have one; null where none has. */
  estimate: string | null;
  priced: number;
}

/** What the lines come to. Exact: each amount is rounded as the server rounds it, and then added. */
export function sumsOf(lines: readonly Line[], currency: string): Sums {
  const quantities = new Map<string, bigint>();
  const digits = digitsOf(currency);
  const scale = 10n ** BigInt(places.quantity + places.price - digits);
  let estimate = 0n;
  let priced = 0;
  for (const line of lines) {
    const quantity = toUnits(line.quantity, places.quantity);
    if (quantity === null) {
      continue;
    }
    quantities.set(line.unitCode, (quantities.get(line.unitCode) ?? 0n) + quantity);
    const price = toUnits(line.targetUnitPrice, places.price);
    if (price !== null) {
      estimate += divideToEven(quantity * price, scale);
      priced += 1;
    }
  }
  return {
    quantities: [...quantities].map(([unit, quantity]) => [unit, toText(quantity, places.quantity)]),
    estimate: priced === 0 ? null : toText(estimate, digits, true),
    priced,
  };
}
