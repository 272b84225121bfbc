import { Button } from '@mantine/core';
import { IconCheck, IconCloudCheck, IconCloudOff, IconCloudUp, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '@/offline/online';
import styles from './quote.module.css';
import type { QuoteAtHand } from './use-quote';

/** Where what was typed is, in words that are true. */
export function SaveStatus({ quote, onRetry }: { quote: QuoteAtHand; onRetry: () => void }) {
  const { t } = useTranslation(['cooperative', 'shared']);
  const online = useOnline();
  const { shelved, local, server } = quote;
  const behind = local.changes > local.savedChanges;
  const away = shelved?.away ?? 'idle';
  const [Icon, words, tone] = ((): [typeof IconCheck, string, 'done' | 'quiet' | 'waiting'] => {
    if (shelved?.here === 'failed' && behind) {
      return [IconCloudOff, t('saveNowhere'), 'waiting'];
    }
    if (local.wantsSending) {
      return online && away !== 'waiting'
        ? [IconCloudUp, t('sendGoing'), 'quiet']
        : [IconCloudOff, t('sendWaiting'), 'waiting'];
    }
    if (away === 'saving') {
      return [IconCloudUp, t('saveGoing'), 'quiet'];
    }
    if (behind) {
      return shelved?.here === 'writing'
        ? [IconDeviceMobile, t('saveGoing'), 'quiet']
        : [IconDeviceMobile, online && away !== 'waiting' ? t('savedHere') : t('savedHereNoLine'), 'quiet'];
    }
    if (local.heldBack > 0) {
      return [IconDeviceMobile, t('savedPart', { count: local.heldBack }), 'quiet'];
    }
    if (server?.draft) {
      return [IconCloudCheck, t('savedThere'), 'done'];
    }
    return server?.state === 'submitted'
      ? [IconCheck, t('sentStanding'), 'done']
      : [IconDeviceMobile, t('saveNothingYet'), 'quiet'];
  })();
  return (
    <div className={styles.status} data-tone={tone} role="status">
      <Icon size={18} stroke={1.8} aria-hidden />
      <span>{words}</span>
      {away === 'waiting' && (
        <Button size="compact-sm" variant="subtle" mih={32} onClick={onRetry}>
          {t('tryAgain', { ns: 'shared' })}
        </Button>
      )}
    </div>
  );
}
