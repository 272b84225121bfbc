import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/ui/link-button';
import shell from '../shell/public-shell.module.css';
import styles from './verify.module.css';

/** Around the answer to one paper, with the way to the next. */
export function AnswerPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation('public');
  return (
    <div className={`${shell.wrap} ${styles.page} ${styles.answerPage}`}>
      {children}
      <div className={styles.another}>
        <LinkButton to="/verify" variant="default" h={48}>
          {t('checkAnother')}
        </LinkButton>
      </div>
    </div>
  );
}
