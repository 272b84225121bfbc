import type { TFunction } from 'i18next';
import type { Schemas } from '@/api/client';
import type { Format } from '@/i18n/format';

/** What a month has room for, in pieces or in hours of work. */
export function capacityWords(one: Schemas['CraftCapacity'], t: TFunction<'buyer'>, format: Format): string {
  if (one.piecesPerMonth) {
    return t('piecesPerMonth', { pieces: format.number(one.piecesPerMonth) });
  }
  return one.workHoursPerMonth
    ? t('hoursPerMonth', { hours: format.number(one.workHoursPerMonth) })
    : t('capacityUnsaid');
}
