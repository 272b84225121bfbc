import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/figures';
import { Empty } from '@/ui/empty';
import { Motif } from '@/ui/motif';
import { Panel } from '@/ui/page';
import type { Comparison } from './compared';
import styles from './sealed-quotes.module.css';

/** Before the deadline of a sealed request: who has quoted, no price, and why. */
export function SealedQuotes({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('trade');
  const { quotedBy, deadline, quoteCount } = comparison;
  return (
    <Panel title={t('quotedCount', { count: quoteCount })} padded={false}>
      <div className={styles.seal}>
        <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden className={styles.wax}>
          <path d="M22 3c4 3 6 1 10 4s3 6 6 9 1 8-1 12-5 5-8 8-8 1-12 3-8-2-11-5-3-7-4-11 1-8 3-11 4-4 8-6 5-4 9-3z" />
          <circle cx="22" cy="22" r="10" />
          <path d="M16 19h12M16 22h12M16 25h12M19 16v12M22 16v12M25 16v12" />
        </svg>
        <div>
          <h3 className={styles.title}>{t('sealed')}</h3>
          <p className={styles.words}>
            {t('sealedHint')}{' '}
            {deadline && (
              <>
                {t('sealedUntil')} <Moment at={deadline} exact />
              </>
            )}
          </p>
        </div>
      </div>
      {quotedBy.length === 0 ? (
        <Empty drawing="loom" title={t('nobodyQuoted')}>
          {t('nobodyQuotedHint')}
        </Empty>
      ) : (
        <ul className={styles.list}>
          {quotedBy.map((one) => (
            <li key={one.cooperativeId} className={styles.one}>
              <Motif id={one.cooperativeId} size={28} />
              <span className={styles.name}>{one.name}</span>
              <span className={styles.when}>
                {t('quoted')} <Moment at={one.submittedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
