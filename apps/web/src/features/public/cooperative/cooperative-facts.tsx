import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Listed } from '../listed';
import type { Cooperative } from '../queries';
import { useNames } from '../use-names';
import styles from './cooperative.module.css';

/** How many make here, how many of them are women, since when, and in which languages one can write. */
export function CooperativeFacts({ cooperative }: { cooperative: Cooperative }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const names = useNames();
  const { makers, makersWomen, founded, languages } = cooperative;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('makersWord')}</dt>
        <dd className={styles.makers} data-figures suppressHydrationWarning>
          {format.number(makers)}
        </dd>
        {makers > 0 && (
          <dd>
            <svg width="100%" height="10" aria-hidden className={styles.thread}>
              <rect width="100%" height="10" rx="2" className={styles.others} />
              <rect width={`${(makersWomen / makers) * 100}%`} height="10" rx="2" className={styles.women} />
            </svg>
            <span className={styles.share} suppressHydrationWarning>
              {t('ofThemWomen', { number: format.number(makersWomen) })}
            </span>
          </dd>
        )}
      </div>
      {founded !== null && (
        <div>
          <dt>{t('founded')}</dt>
          <dd>{founded}</dd>
        </div>
      )}
      {languages.length > 0 && (
        <div>
          <dt>{t('speaks')}</dt>
          <dd suppressHydrationWarning>
            <Listed items={languages.map(names.tongue)} />
          </dd>
        </div>
      )}
    </dl>
  );
}
