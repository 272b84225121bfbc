import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import type { Comparison } from './compared';
import styles from './notes.module.css';

/** By which rates amounts were converted, and of which day. */
export function RatesNote({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const foreign = comparison.rates.filter((rate) => rate.currency !== 'EUR');
  if (comparison.rates.length < 2) {
    return null;
  }
  return (
    <p className={styles.note}>
      {t('ratesUsed', { currency: comparison.currency })}{' '}
      {foreign.map((rate, index) => (
        <span key={rate.currency} data-figures>
          {index > 0 && ' · '}
          {t('rateOf', { rate: format.number(rate.perEuro), currency: rate.currency })}
          {rate.day && ` (${format.day(rate.day)})`}
        </span>
      ))}
    </p>
  );
}
