import { momentOf } from '@/i18n/zoned';
import type { AuditSearch } from './audit-search';

/** What is asked of the api: days as the moments between which they lie. */
export function asked({ since, until, ...rest }: AuditSearch, timeZone: string): AuditSearch {
  return {
    ...rest,
    ...between({ since: since && begin(since, timeZone), until: until && begin(dayAfter(until), timeZone) }),
  };
}

const begin = (day: string, timeZone: string): string | null => momentOf(`${day}T00:00`, timeZone);

function between(moments: {
  since?: string | null | undefined;
  until?: string | null | undefined;
}): AuditSearch {
  return Object.fromEntries(Object.entries(moments).filter(([, at]) => at));
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
