/** A price with all of its currency's digits, once it has any: 8.4 is written 8.40, and 27 stays 27. */
export function price(amount: string, currency: string): string {
  const [whole = '', fraction] = amount.split('.');
  if (fraction === undefined) {
    return whole;
  }
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return `${whole}.${fraction.padEnd(digits, '0')}`;
}
