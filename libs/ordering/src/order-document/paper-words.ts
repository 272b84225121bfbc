/** The words that a paper adds to what the order says, in English, and how it writes dates and numbers. */
export const words = {
  /** BCP 47 tag of the words below. */
  language: 'en',
  title: 'Purchase order',
  titleOf: (reference: string, revision: number) =>
    `Purchase order ${reference}, revision ${String(revision)}`,
  subjectOf: (buyer: string, seller: string) => `Purchase order of ${buyer} to ${seller}`,
  revision: (revision: number) => `revision ${String(revision)}`,
  issued: 'Issued',
  request: 'Request',
  quote: 'Quote',
  currency: 'Currency',
  buyer: 'Buyer',
  seller: 'Seller',
  deliverTo: 'Deliver to',
  deliveryTerms: 'Delivery terms',
  deliverBy: 'Deliver by',
  byLine: 'As given for each line',
  open: 'Not fixed',
  payment: 'Payment',
  paymentWithin: (days: number) => (days === 0 ? 'Due at once' : `${String(days)} days net`),
  advance: 'Advance',
  noAdvance: 'None',
  advanceOf: (percent: string, money: string) => `${percent} % (${money})`,
  number: 'No.',
  item: 'Item',
  quantity: 'Quantity',
  unit: 'Unit',
  unitPriceIn: (currency: string) => `Unit price (${currency})`,
  amountIn: (currency: string) => `Amount (${currency})`,
  perUnits: (quantity: string, unit: string) => `per ${quantity} ${unit}`,
  priceBreak: (from: string, price: string, list: string | null) =>
    list === null ? `from ${from}: ${price}` : `from ${from}: ${price}, list ${list}`,
  sku: (sku: string) => `Article ${sku}`,
  hsCode: (code: string) => `HS ${code}`,
  neededBy: (day: string) => `needed by ${day}`,
  leadTime: (days: number) => `lead time ${String(days)} days`,
  total: 'Total',
  advanceDue: (percent: string) => `Of which in advance, ${percent} %`,
  certificates: 'Certificates relied upon',
  scheme: 'Scheme',
  certificate: 'Certificate',
  validFrom: 'Valid from',
  validUntil: 'Valid until',
  withoutEnd: 'Without end',
  notes: 'Notes',
  check: 'Check this paper',
  checkHow: (platform: string) =>
    `Scan the code or open the address to see this order as ${platform} holds it, and whether a newer revision replaced it.`,
  attached: (file: string) => `The attached file ${file} is the same order for machines (UBL 2.1).`,
  qrCode: (url: string) => `QR code of the address ${url}`,
  pageOf: (number: number, count: number) => `Page ${String(number)} of ${String(count)}`,
} as const;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const countryNames = new Intl.DisplayNames([words.language], { type: 'region', fallback: 'code' });

/**
 * A date from yyyy-mm-dd; anything else as it stands.
 * @param month whole, or its first three letters
 */
export function dayInWords(day: string, month: 'long' | 'short' = 'long'): string {
  const [, year, monthNumber, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[Number(monthNumber) - 1];
  if (year === undefined || name === undefined) return day;
  return `${String(Number(date))} ${month === 'long' ? name : name.slice(0, 3)} ${year}`;
}

/**
 * A decimal string with its thousands apart, cut of zeros that say nothing. Works on the digits: no value changes.
 * @param leastPlaces decimal places to show even when they are zero
 */
export function numberInWords(decimal: string, leastPlaces = 0): string {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(decimal) ?? [];
  if (whole === undefined) return decimal;
  const grouped = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(?:\d{3})+$)/g, ',');
  const places = fraction.replace(/0+$/, '').padEnd(leastPlaces, '0');
  return `${sign === '-' ? '\u2212' : ''}${grouped}${places === '' ? '' : `.${places}`}`;
}

/** Whether a decimal string is zero. */
export function isZero(decimal: string): boolean {
  return /^-?0*(?:\.0*)?$/.test(decimal);
}

/** A country's name from its ISO 3166-1 alpha-2 code; the code where it is not one. */
export function countryInWords(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code;
}
