/** How days are written with numbers: 31/12 or 12/31. */
export type DayOrder = 'day-first' | 'month-first';

const numeric = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

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
    /^(\d{1,2})[ .\-/]+([a-z]{3})[a-z]*[ .,\-/]+(\d{4})$/i.exec(plain) ??
    /^([a-z]{3})[a-z]*[ .\-/]+(\d{1,2})[ .,\-/]+(\d{4})$/i.exec(plain);
  if (named) {
    const [, one = '', two = '', year] = named;
    const month = months.indexOf((/^\d/.test(one) ? two : one).toLowerCase()) + 1;
    return month === 0 ? null : real(Number(year), month, Number(/^\d/.test(one) ? one : two));
  }
  const [, first, second, year] = numeric.exec(plain) ?? [];
  if (!first || !second || !year) {
    return null;
  }
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (first !== second && Number(first) <= 12 && Number(second) <= 12 && order === null) {
    return 'ambiguous';
  }
  const dayFirst = order === null ? Number(first) > 12 || first === second : order === 'day-first';
  return dayFirst
    ? real(fullYear, Number(second), Number(first))
    : real(fullYear, Number(first), Number(second));
}

function real(year: number, month: number, day: number): { day: string } | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && year >= 2000 && year < 2100
    ? { day: text }
    : null;
}
