import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { Head } from './head';
import styles from './trouble.module.css';

/** Within the shell, in the place of a page that cannot be shown. */
export function PublicError({ error }: { error: unknown }) {
  const { t } = useTranslation('public');
  const { t: shared } = useTranslation('shared');
  const router = useRouter();
  return (
    <div className={styles.trouble}>
      <Head title={`${shared('wentWrong')} · Weftway`} description={t('homeLead')} unlisted status={500} />
      <h1 className={styles.title}>{shared('wentWrong')}</h1>
      <ProblemNotice error={error} onRetry={() => void router.invalidate()} />
    </div>
  );
}
