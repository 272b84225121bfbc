import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Head } from '../head';
import shell from '../shell/public-shell.module.css';
import { FileCheck } from './file-check';
import { ReferenceForm } from './reference-form';
import styles from './verify.module.css';

export default function VerifyPage() {
  const { t } = useTranslation('public');
  const { t: shared } = useTranslation('shared');
  const { reference } = useSearch({ from: '/public/verify' });
  return (
    <div className={`${shell.wrap} ${styles.page}`}>
      <Head title={t('verifyTitle')} description={t('verifyLead')} unlisted={reference !== undefined} />
      <h1 className={styles.title}>{shared('verify')}</h1>
      <p className={styles.lead}>{t('verifyLead')}</p>
      <div className={styles.ways}>
        <section aria-labelledby="by-reference">
          <h2 id="by-reference" className={styles.wayTitle}>
            {t('byReference')}
          </h2>
          <ReferenceForm given={reference} />
        </section>
        <section aria-labelledby="by-file" className={styles.byFile}>
          <h2 id="by-file" className={styles.wayTitle}>
            {t('byFile')}
          </h2>
          <FileCheck />
        </section>
      </div>
      <p className={styles.code}>{t('byCode')}</p>
    </div>
  );
}
