import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Tag } from '@/ui/state';

const pressing = 72 * 3_600_000;

/** By when: the day and hour, and how far away it is. What presses stands out. */
export function Due({ at, now = Date.now() }: { at: string; now?: number }) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const left = new Date(at).getTime() - now;
  const words = (
    <time dateTime={at}>
      {left < 0
        ? t('closedOn', { when: format.moment(at) })
        : t('answerBy', { when: format.moment(at), left: format.relative(at) })}
    </time>
  );
  return left >= 0 && left < pressing ? <Tag tone="waiting">{words}</Tag> : <span>{words}</span>;
}
