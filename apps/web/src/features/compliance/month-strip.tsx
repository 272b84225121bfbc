import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { monthPlus } from './days';
import styles from './expiries.module.css';

/** The months ahead with how much ends in each. */
export function MonthStrip(props: { first: string; month: string; counts: ReadonlyMap<string, number> }) {
  const { t } = useTranslation('compliance');
  const format = useFormat();
  const names = new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(format.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = monthPlus(props.first, index);
    return { month, count: props.counts.get(month) ?? 0 };
  });
  const most = Math.max(1, ...months.map(({ count }) => count));
  return (
    <nav className={styles.months} aria-label={t('months')}>
      {months.map(({ month, count }) => {
        const date = new Date(`${month}-01T00:00:00Z`);
        return (
          <Link
            key={month}
            to="/compliance/expiries"
            search={{ month }}
            activeOptions={{ exact: true }}
            className={styles.month}
            data-shown={month === props.month}
            title={t('monthCount', { month: long.format(date), count })}
          >
            <span className={styles.bar} style={{ height: (count / most) * 32 }} />
            <span className={styles.names}>
              <span>{names.format(date)}</span>
              <span data-figures>{count}</span>
            </span>
          </Link>
        );
      })}
    </nav>
  );
}
