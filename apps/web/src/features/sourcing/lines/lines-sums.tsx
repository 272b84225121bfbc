import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure, Money } from '@/ui/figures';
import { type Line, written } from './line';
import styles from './line-grid.module.css';
import { sumsOf } from './sums';
import { isUnit } from './units';

/** What the lines come to, as they are typed. */
export function LinesSums({ lines, currency }: { lines: readonly Line[]; currency: string }) {
  const { t } = useTranslation('buyer');
  const { count, sums } = useMemo(() => {
    const full = written(lines);
    return { count: full.length, sums: sumsOf(full, currency) };
  }, [lines, currency]);
  return (
    <div className={styles.sums}>
      <span>{t('linesCount', { count })}</span>
      {sums.quantities.slice(0, 4).map(([unit, quantity]) => (
        <span key={unit}>
          <Figure value={quantity} />{' '}
          <span className={styles.sumWord}>{isUnit(unit) ? t(`unit_${unit}`) : unit}</span>
        </span>
      ))}
      {sums.estimate !== null && (
        <span>
          <span className={styles.sumWord}>
            {sums.priced === count ? t('atTarget') : t('atTargetOf', { count: sums.priced })}
          </span>{' '}
          <strong>
            <Money amount={sums.estimate} currency={currency} />
          </strong>
        </span>
      )}
    </div>
  );
}
