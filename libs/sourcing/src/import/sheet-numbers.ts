import { exact, isCurrency } from '#platform';

/** Which sign parts whole units from fractions; the other one groups thousands. */
export type DecimalSign = '.' | ',';

/** A number as text in a sheet, without its currency or unit. */
interface WrittenNumber {
  digits: string;
  before: string;
  after: string;
}

// A code of three letters counts where there is such a currency: "pcs" and "per" are none.
const currencySigns = /[€$£¥₹₨₱₫฿₺₦₵]|(?<!\p{L})(?:[A-Z]{3}|Rs|KSh|TSh|USh|Fr|CFA|R)(?!\p{L})\.?/giu;
// Spaces of every width, apostrophes and underlines group digits somewhere and part fractions nowhere.
const groupSigns = /(?<=\d)[\s\u00a0\u2007\u2009\u202f'’_](?=\d)/gu;

/** Parts "approx. 1 200 pcs" into what stands before, the number, and after; null where there is no number or more than one. */
export function writtenNumber(text: string): WrittenNumber | null {
  const plain = text.normalize('NFKC').replace(groupSigns, '').replace(/−/g, '-');
  const found = [...plain.matchAll(/-?\d[\d.,]*/g)];
  const [only] = found;
  if (found.length !== 1 || !only) {
    return null;
  }
  // A sign at the end ends a sentence or an abbreviation, such as "4.50.-".
  const digits = only[0].replace(/[.,]+$/, '');
  return {
    digits,
    before: plain.slice(0, only.index).trim(),
    after: plain.slice(only.index + only[0].length).trim(),
  };
}

/** Text without the signs and codes of currencies. */
export function withoutCurrency(text: string): string {
  return text.replace(currencySigns, (sign) => (namesCurrency(sign) ? ' ' : sign)).trim();
}

/** The ISO 4217 code or sign that a price names, as it stands. */
export function currencyIn(text: string): string | null {
  return text.match(currencySigns)?.find(namesCurrency)?.replace(/\.$/, '') ?? null;
}

function namesCurrency(sign: string): boolean {
  return (
    !/^[a-z]{3}\.?$/i.test(sign) ||
    /^(ksh|tsh|ush|cfa)/i.test(sign) ||
    isCurrency(sign.slice(0, 3).toUpperCase())
  );
}

/** What a number's own form proves of its decimal sign; null where it could be either. */
export function provenSign(digits: string): DecimalSign | null {
  const commas = digits.split(',').length - 1;
  const points = digits.split('.').length - 1;
  if (commas > 0 && points > 0) {
    return digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
  }
  if (commas + points === 0) {
    return null;
  }
  const sign: DecimalSign = commas > 0 ? ',' : '.';
  const other: DecimalSign = commas > 0 ? '.' : ',';
  if (commas + points > 1) {
    return other;
  }
  const [whole = '', fraction = ''] = digits.replace('-', '').split(sign);
  // 1,5 or 0,125 or 1234,567: no thousands are grouped like that.
  return fraction.length !== 3 || whole.length > 3 || whole === '0' || whole === '' ? sign : null;
}

/** What a column proves: the one sign its numbers agree on, null without proof, 'mixed' when they contradict each other. */
export function signOfColumn(numbers: readonly string[]): DecimalSign | 'mixed' | null {
  const proven = new Set(numbers.map(provenSign).filter((sign) => sign !== null));
  if (proven.size > 1) {
    return 'mixed';
  }
  return [...proven][0] ?? null;
}

/**
 * The exact decimal of a written number under a decimal sign, or null when its grouping does not fit that sign: "12,34" is no
 * number where commas group thousands. Indian grouping (1,00,000) fits.
 */
export function decimalOf(digits: string, sign: DecimalSign): string | null {
  const group = sign === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = digits.split(sign);
  if (more.length > 0 || fraction?.includes(group)) {
    return null;
  }
  const groups = whole.replace('-', '').split(group);
  const [first = '', ...others] = groups;
  const last = others.at(-1);
  const grouped =
    others.length === 0 ||
    (first.length <= 3 &&
      first.length > 0 &&
      last?.length === 3 &&
      others.every((one) => one.length === 3 || one.length === 2));
  if (!grouped) {
    return null;
  }
  const text = `${whole.startsWith('-') ? '-' : ''}${groups.join('') || '0'}${fraction ? `.${fraction}` : ''}`;
  return /^-?\d+(\.\d+)?$/.test(text) ? exact(text).toFixed() : null;
}
