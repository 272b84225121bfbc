import { Button } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './award-editor.module.css';

/** Says that what is shown was typed here before and has not been saved. */
export function RestoredNotice({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation('trade');
  return (
    <div className={styles.notice} role="status">
      <IconDeviceFloppy size={18} aria-hidden />
      <span className={styles.noticeWords}>{t('restored')}</span>
      <Button size="xs" variant="default" onClick={onDiscard}>
        {t('discard')}
      </Button>
    </div>
  );
}
