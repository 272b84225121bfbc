/** How days are written with numbers: 31/12 or 12/31. */
export type DayOrder = 'day-first' | 'month-first';

const numeric = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;
// How names of months begin in English, German, French, Spanish and Portuguese, without accents.
const months = [
  /^(jan|ene)/,
  /^(feb|fev)/,
  /^(mar|mrz)/,
  /^(apr|avr|abr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aou|ago)/,
  /^(sep|set)/,
  /^(oct|okt|out)/,
  /^(nov)/,
  /^(dec|dez|dic)/,
];

/** What the days of a column prove about their order; null without proof, 'mixed' when they contradict each other. */
export function orderOfColumn(texts: readonly string[]): DayOrder | 'mixed' | null {
  const orders = new Set(
    texts.flatMap((text) => {
      const [, first, second] = numeric.exec(text.trim()) ?? [];
      if (Number(first) > 12) {
        return ['day-first' as const];
      }
      return Number(second) > 12 ? ['month-first' as const] : [];
    }),
  );
  return orders.size > 1 ? 'mixed' : ([...orders][0] ?? null);
}

/** A day as `yyyy-mm-dd`. `ambiguous` where day and month could change places; null where the text is no day. */
export function dayOf(text: string, order: DayOrder | null): { day: string } | 'ambiguous' | null {
  const plain = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(plain);
  if (iso) {
    return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  }
  const named =
    /^(\d{1,2})(?:st|nd|rd|th|er|º)?[ .\-/]+(?:de )?(\p{L}{3,})[ .,\-/]+(?:de )?(\d{4}|\d{2})$/iu.exec(
      plain,
    ) ?? /^(\p{L}{3,})[ .\-/]+(\d{1,2})(?:st|nd|rd|th)?[ .,\-/]+(\d{4}|\d{2})$/iu.exec(plain);
  if (named) {
    const [, one = '', two = '', year = ''] = named;
    const [day, name] = /^\d/.test(one) ? [one, two] : [two, one];
    const month = months.findIndex((begins) => begins.test(withoutAccents(name))) + 1;
    return month === 0 ? null : real(fullYear(year), month, Number(day));
  }
  const [, first, second, year] = numeric.exec(plain) ?? [];
  if (!first || !second || !year) {
    return null;
  }
  // Points part days in Europe, where the day comes first; nobody writes 12.31.2027.
  const decided = order ?? (plain.includes('.') && Number(second) <= 12 ? 'day-first' : null);
  if (Number(first) !== Number(second) && Number(first) <= 12 && Number(second) <= 12 && decided === null) {
    return 'ambiguous';
  }
  const dayFirst = decided === null ? Number(first) > 12 : decided === 'day-first';
  return dayFirst
    ? real(fullYear(year), Number(second), Number(first))
    : real(fullYear(year), Number(first), Number(second));
}

/** A day counted as spreadsheets do, 46387 for 2026-12-31, where a cell has lost its format; null for what counts none of this century. */
export function dayOfSerial(text: string): string | null {
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  const day = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
  return day >= '2000' && day < '2100' ? day : null;
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function real(year: number, month: number, day: number): { day: string } | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && year >= 2000 && year < 2100
    ? { day: text }
    : null;
}
