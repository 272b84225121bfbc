import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/ui/page';
import { say } from '@/ui/toast';
import styles from './verify-link.module.css';

/** Where anyone who holds the paper can check that it is genuine and current. */
export function VerifyLink({ url }: { url: string }) {
  const { t } = useTranslation('trade');
  return (
    <Panel title={t('verification')}>
      <p className={styles.words}>{t('verificationHint')}</p>
      <div className={styles.link}>
        <a href={new URL(url).pathname} className={styles.address}>
          {url.replace(/^https?:\/\//, '')}
        </a>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('copyLink')}
          onClick={() => void navigator.clipboard.writeText(url).then(() => say(t('linkCopied')))}
        >
          <IconCopy size={16} aria-hidden />
        </ActionIcon>
      </div>
    </Panel>
  );
}
