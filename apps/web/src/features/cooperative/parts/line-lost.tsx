import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '@/offline/online';
import styles from './line-lost.module.css';

/** Says that there is no line, and that one can go on. */
export function LineLost() {
  const { t } = useTranslation('cooperative');
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className={styles.lost}>
          <IconCloudOff size={18} aria-hidden />
          {t('noLine')}
        </p>
      )}
    </div>
  );
}
