import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Day, Figure } from '@/ui/figures';
import { RowsSkeleton } from '@/ui/list';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import styles from './rates-page.module.css';

/** What a currency was worth, day by day, newest first: an entry that is far from its neighbours is seen here. */
export function RateHistory({ currency }: { currency: string }) {
  const { t } = useTranslation('admin');
  const history = api.useQuery('get', '/v1/admin/exchange-rates/{currency}', {
    params: { path: { currency } },
  });
  return (
    <Panel title={t('rateHistory', { currency })} padded={false}>
      {history.isPending ? (
        <RowsSkeleton rows={3} />
      ) : history.isError ? (
        <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />
      ) : (
        <ol className={styles.history} tabIndex={0} aria-label={t('rateHistory', { currency })}>
          {history.data.items.map(({ day, perEuro, source }) => (
            <li key={day}>
              <span className={styles.entry}>
                <Day day={day} />
                <strong>
                  <Figure value={perEuro} />
                </strong>
              </span>
              <span className={styles.source}>{source}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
