import { exact, lineAmountMinor } from '#platform';

/** From this quantity on every unit costs this (an all-units break). */
export interface PriceBreak {
  fromQuantity: string;
  unitPrice: string;
}

/** What prices a line: the list price, the quantity that it is for, and its breaks in ascending order. */
export interface PricedLine {
  unitPrice: string;
  priceBaseQuantity: string;
  priceBreaks: readonly PriceBreak[];
}

/** The unit price at a quantity, and from which break it comes; null for the list price. */
export function priceAt(line: PricedLine, quantity: string): { unitPrice: string; breakFrom: string | null } {
  const wanted = exact(quantity);
  const reached = line.priceBreaks.findLast((step) => wanted.gte(exact(step.fromQuantity)));
  return reached
    ? { unitPrice: reached.unitPrice, breakFrom: reached.fromQuantity }
    : { unitPrice: line.unitPrice, breakFrom: null };
}

/** What a quantity of a line costs after breaks, in minor units of the currency. */
export function lineAmount(line: PricedLine, quantity: string, currency: string): bigint {
  const { unitPrice } = priceAt(line, quantity);
  return lineAmountMinor({ quantity, unitPrice, priceBaseQuantity: line.priceBaseQuantity }, currency);
}

/** The smaller of what is asked and what is offered: what a comparison and a quote's total are made for. */
export function comparedQuantity(asked: string, offered: string): string {
  return exact(offered).lt(exact(asked)) ? offered : asked;
}
