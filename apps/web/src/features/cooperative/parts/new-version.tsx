import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNewVersion } from '@/offline/register';
import styles from './line-lost.module.css';

/** A newer Weftway is on the phone. It is shown when its reader is ready; everything typed is kept on the device. */
export function NewVersion() {
  const { t } = useTranslation('cooperative');
  const isNewer = useNewVersion();
  return (
    <div role="status">
      {isNewer && (
        <p className={styles.newer}>
          <span>{t('newVersion')}</span>
          <Button size="sm" mih={44} variant="default" onClick={() => location.reload()}>
            {t('newVersionShow')}
          </Button>
        </p>
      )}
    </div>
  );
}
