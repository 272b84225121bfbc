import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import shell from '../shell/public-shell.module.css';
import styles from './home.module.css';

/** The market in figures, as it stands today. */
export function Figures({ figures }: { figures: Schemas['ShowcaseFigures'] }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const women = figures.makers > 0 ? figures.makersWomen / figures.makers : 0;
  return (
    <div className={shell.wrap}>
      <dl className={styles.figures}>
        <One value={format.number(figures.cooperatives)}>
          {t('figureCooperatives', {
            count: figures.countries.length,
            number: format.number(figures.countries.length),
          })}
        </One>
        <One value={format.number(figures.makers)}>{t('figureMakers')}</One>
        <One value={format.percent(women)}>{t('figureWomen')}</One>
        <One value={format.number(figures.certificates)}>{t('figureCertificates')}</One>
      </dl>
    </div>
  );
}

function One({ value, children }: { value: string; children: ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt className={styles.figureWords}>{children}</dt>
      <dd className={styles.figureValue} data-figures suppressHydrationWarning>
        {value}
      </dd>
    </div>
  );
}
