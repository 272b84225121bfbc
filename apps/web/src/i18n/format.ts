import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '@/api/session';

/** Arabic is read here with the digits of papers and invoices; Hindi and Bengali likewise. */
const withLatinDigits = (language: string): string => `${language}-u-nu-latn`;

/** Numbers, money, days and moments in the reader's language and time zone. */
export interface Format {
  locale: string;
  timeZone: string;
  /** A decimal text in the reader's digits; nothing is rounded. */
  number: (text: string | number) => string;
  /** An amount with its currency's sign; nothing is rounded. */
  money: (amount: string, currency: string) => string;
  /** `yyyy-mm-dd`, a calendar day that has no time zone. */
  day: (day: string) => string;
  /** A moment as a day and time in the reader's zone. */
  moment: (at: string | Date) => string;
  /** “in 3 days”, “2 hours ago”. */
  relative: (at: string | Date, now?: Date) => string;
  country: (code: string) => string;
  list: (items: readonly string[]) => string;
  percent: (share: number) => string;
}

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function formatFor(language: string, timeZone: string): Format {
  const locale = withLatinDigits(language);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  // A formatter is slow to make and quick to use: a matrix of thousands of amounts needs only a few.
  const numbers = new Map<string, Intl.NumberFormat>();
  // Formatted as text, so that no digit is lost to a floating point number.
  const exact = (text: string, options: Intl.NumberFormatOptions): string => {
    const digits = text.split('.')[1]?.length ?? 0;
    const key = `${digits} ${options.currency ?? ''}`;
    const formatter =
      numbers.get(key) ??
      new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: digits, maximumFractionDigits: 20 });
    numbers.set(key, formatter);
    return formatter.format(text as unknown as number);
  };
  return {
    locale,
    timeZone,
    number: (text) => exact(String(text), {}),
    money: (amount, currency) =>
      // Not the narrow symbol: Canadian beside American dollars would both be “$”.
      // The marks that Arabic puts around it would turn “US$” about; each amount stands in an isolate of its own.
      exact(amount, { style: 'currency', currency, currencyDisplay: 'symbol' }).replace(
        /[\u200e\u200f\u061c]/g,
        '',
      ),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    moment: (at) => moments.format(new Date(at)),
    relative: (at, now = new Date()) => {
      const seconds = (new Date(at).getTime() - now.getTime()) / 1_000;
      const [unit, length] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60];
      return relatives.format(Math.round(seconds / length), unit);
    },
    country: (code) => countries.of(code) ?? code,
    list: (items) => lists.format(items),
    percent: (share) => percents.format(share),
  };
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const timeZone = session?.person.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  // Public pages are written by the server too, which knows the language alone.
  const locale = session ? regionalOf(i18n.language) : i18n.language;
  return useMemo(() => formatFor(locale, timeZone), [locale, timeZone]);
}

/** The language as the reader's region writes dates and figures: English in the Netherlands has no month before the day. */
function regionalOf(language: string): string {
  return (
    navigator.languages.find((one) => (one === language || one.startsWith(`${language}-`)) && isTag(one)) ??
    language
  );
}

/** Some browsers name languages as their system does, such as `en-US@posix`, which no formatter takes. */
function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}
