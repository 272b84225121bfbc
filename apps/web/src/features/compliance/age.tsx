import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Tag } from '@/ui/state';

/** From here on something waits for too long. */
const longDays = 10;

export function daysSince(at: string, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(at)) / 86_400_000));
}

/** For how many days something waits; by hover since when. */
export function Age({ since }: { since: string | null }) {
  const { t } = useTranslation('compliance');
  const format = useFormat();
  if (since === null) {
    return <>–</>;
  }
  const days = daysSince(since);
  const words = t('days', { count: days });
  return (
    <span title={format.moment(since)} data-figures>
      {days >= longDays ? <Tag tone="waiting">{words}</Tag> : words}
    </span>
  );
}
