import currencies from 'currency-codes';
import { Decimal } from 'decimal.js';

/** 40 digits hold any product of a `numeric(18,6)` and a `numeric(18,3)` exactly. */
const Exact = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_EVEN,
  toExpNeg: -30,
  toExpPos: 60,
});
export type Exact = Decimal;

/** A decimal from its text; never from a float. */
export function exact(text: string | number | bigint): Decimal {
  return new Exact(text.toString());
}

/** An amount in minor units (cents, paise, yen) of an ISO 4217 currency. */
export interface Money {
  minor: bigint;
  currency: string;
}

/** Decimal digits of a currency's minor unit by ISO 4217: 2 for EUR, 0 for JPY, 3 for TND. */
export function currencyDigits(currency: string): number {
  const found = currencies.code(currency);
  if (!found) {
    throw new RangeError(`${currency} is no ISO 4217 currency`);
  }
  return found.digits;
}

export function isCurrency(code: string): boolean {
  return currencies.code(code) !== undefined;
}

function toMinor(major: Decimal, currency: string): bigint {
  const scaled = major.times(new Exact(10).pow(currencyDigits(currency)));
  return BigInt(scaled.toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN).toFixed(0));
}

/**
 * A line's amount: quantity x unit price / price base quantity, half to even, in minor units of the currency.
 * The same rule is `line_amount_minor` in the database.
 */
export function lineAmountMinor(
  line: { quantity: string; unitPrice: string; priceBaseQuantity: string },
  currency: string,
): bigint {
  const digits = currencyDigits(currency);
  const whole = exact(line.quantity).times(exact(line.unitPrice)).times(new Exact(10).pow(digits));
  const base = exact(line.priceBaseQuantity);
  // By remainder, since a quotient that never ends could round to a half that it is not.
  const floor = whole.divToInt(base);
  const twiceRest = whole.minus(floor.times(base)).times(2);
  const up = twiceRest.gt(base) || (twiceRest.eq(base) && !floor.mod(2).isZero());
  return BigInt(floor.plus(up ? 1 : 0).toFixed(0));
}

/** Minor units as the decimal text of the currency: 12345 EUR is "123.45". */
export function minorToText(minor: bigint | string, currency: string): string {
  const digits = currencyDigits(currency);
  return new Exact(minor.toString()).div(new Exact(10).pow(digits)).toFixed(digits);
}

/** The decimal text of an amount in minor units. Digits beyond the minor unit round half to even. */
export function textToMinor(text: string, currency: string): bigint {
  return toMinor(exact(text), currency);
}

/** A share of an amount in percent, half to even: the advance on an order. */
export function percentOfMinor(minor: bigint, percent: string): bigint {
  return BigInt(
    exact(minor).times(exact(percent)).div(100).toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN).toFixed(0),
  );
}

/**
 * An amount in another currency by two rates against the euro (units of the currency for 1 EUR), half to even.
 * @returns minor units of `to`
 */
export function convertMinor(
  minor: bigint,
  from: { currency: string; perEuro: string },
  to: { currency: string; perEuro: string },
): bigint {
  if (from.currency === to.currency) {
    return minor;
  }
  const major = exact(minor).div(new Exact(10).pow(currencyDigits(from.currency)));
  return toMinor(major.times(exact(to.perEuro)).div(exact(from.perEuro)), to.currency);
}
