/** Exact decimals without a library: a text is read as a whole number of its last allowed digit. Never a float. */

/** Digits after the point that quantities, unit prices and rates have in the api. */
export const places = { quantity: 3, price: 6, rate: 8 } as const;

/** `"12.5"` with three places is 12500n; null where the text is no such number. */
export function toUnits(text: string, digits: number): bigint | null {
  const found = /^(\d{1,15})(?:\.(\d*))?$/.exec(text.trim());
  const fraction = (found?.[2] ?? '').replace(/0+$/, '');
  if (!found || fraction.length > digits) {
    return null;
  }
  return BigInt(`${found[1]}${fraction.padEnd(digits, '0')}`);
}

/** The api's own text, which is always a number. */
export function unitsOf(text: string, digits: number): bigint {
  const units = toUnits(text, digits);
  if (units === null) {
    throw new RangeError(`${text} has more than ${digits} digits after the point`);
  }
  return units;
}

/** 12500n with three places is `"12.5"`; with `fixed` zeros at the end stay, as amounts want it. */
export function toText(units: bigint, digits: number, fixed = false): string {
  const sign = units < 0n ? '-' : '';
  const all = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const whole = all.slice(0, all.length - digits);
  const fraction = all.slice(all.length - digits);
  const kept = fixed ? fraction : fraction.replace(/0+$/, '');
  return `${sign}${whole}${kept ? `.${kept}` : ''}`;
}

/** Half to even, as everywhere in the portal. Both are positive. */
export function divideToEven(dividend: bigint, divisor: bigint): bigint {
  const floor = dividend / divisor;
  const twiceRest = (dividend - floor * divisor) * 2n;
  const up = twiceRest > divisor || (twiceRest === divisor && floor % 2n === 1n);
  return up ? floor + 1n : floor;
}

/** How many digits an amount of a currency has, by an amount that the api wrote in it. */
export function digitsOf(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

/** The smaller. */
export function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

/** A reader's typing as the api's decimal text: spaces and thousands' separators dropped, a comma as the point. Null for no number. */
export function quantityOf(typed: string): bigint | null {
  const bare = typed.replace(/[\s  '’]/g, '');
  // “1,500” is fifteen hundred, “1,5” is one and a half.
  const text = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(bare) ? bare.replaceAll(',', '') : bare.replace(',', '.');
  return toUnits(text, places.quantity);
}
