import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { RowsSkeleton } from '@/ui/list';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { DocumentsState } from './order/documents-state';
import { ordersOfAward } from './order/order-queries';
import styles from './award-orders.module.css';

/** The orders of a confirmed award, and how far their papers are. */
export function AwardOrders(props: {
  award: { requestId: string; confirmedAt: string | null };
  count: number;
}) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const { award, count } = props;
  const query = useQuery(ordersOfAward(award));
  return (
    <Panel title={t('ordersIssuedTitle', { count })} padded={false}>
      {query.isPending ? (
        <RowsSkeleton rows={count} />
      ) : query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <ul className={styles.orders}>
          {query.data.map((order) => (
            <li key={order.id} className={styles.order}>
              <Link to="/buyer/orders/$orderId" params={{ orderId: order.id }} className={styles.link}>
                {order.reference}
              </Link>
              <span className={styles.name}>{order.cooperative.name}</span>
              <span className={styles.states}>
                <State kind="order" state={order.state} />
                <DocumentsState orderId={order.id} />
              </span>
              <span className={styles.amount} data-figures>
                {format.money(order.total, order.currency)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
