import { divideToEven, toText, unitsOf } from '@/features/quoting/figures/decimal';

/** Digits of ISO 4217's minor units; the browser's own table follows habit instead. All others have two. */
const digitsOfCurrency: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
};

const digitsOf = (currency: string): number => digitsOfCurrency[currency] ?? 2;

interface PricedLine {
  unitPrice: string;
  priceBaseQuantity: string;
  priceBreaks: readonly { fromQuantity: string; unitPrice: string }[];
}

/** What a quantity costs after breaks, in minor units and half to even, as the api reckons it. */
export function amountOf(line: PricedLine, quantity: string, currency: string): bigint {
  const wanted = unitsOf(quantity, 3);
  const reached = line.priceBreaks.findLast((step) => wanted >= unitsOf(step.fromQuantity, 3));
  const price = unitsOf(reached?.unitPrice ?? line.unitPrice, 6);
  const scale = 10n ** BigInt(digitsOf(currency));
  return divideToEven(wanted * price * scale, unitsOf(line.priceBaseQuantity, 3) * 1_000_000n);
}

/** Minor units as the decimal text of the currency. */
export function amountText(minor: bigint, currency: string): string {
  return toText(minor, digitsOf(currency), true);
}

/** A unit price as prices are written: with all digits of the currency, and more where it has more. */
export function priceText(price: string, currency: string): string {
  const [whole = '0', fraction = ''] = price.split('.');
  const digits = fraction.padEnd(digitsOf(currency), '0');
  return digits ? `${whole}.${digits}` : whole;
}

/** What is asked or what is offered, whichever is less: a total is made for it. */
export function comparedQuantity(asked: string, offered: string): string {
  return unitsOf(offered, 3) < unitsOf(asked, 3) ? offered : asked;
}

export function isLess(one: string, other: string): boolean {
  return unitsOf(one, 6) < unitsOf(other, 6);
}
