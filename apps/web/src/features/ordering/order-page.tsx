import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { Timeline } from '@/ui/timeline';
import { CancelOrder } from './order/cancel-order';
import { OrderCertificates } from './order/order-certificates';
import { OrderDocuments } from './order/order-documents';
import { OrderLines } from './order/order-lines';
import { OrderParties } from './order/order-parties';
import { orderById } from './order/order-queries';
import { OrderTerms } from './order/order-terms';
import { orderTimeline } from './order/order-timeline';
import { VerifyLink } from './order/verify-link';
import styles from './order-page.module.css';

/** One purchase order: its papers, its parties, what is made, on which terms, and what has happened. */
export default function OrderPage() {
  const { t } = useTranslation('trade');
  const shared = useTranslation('shared').t;
  const format = useFormat();
  const { orderId } = useParams({ from: '/signed-in/buyer/orders/$orderId' });
  const query = useQuery(orderById(orderId));
  const order = query.data;
  return (
    <Page
      title={order?.reference ?? t('order_')}
      back={{ to: '/buyer/orders', label: shared('orders') }}
      beside={order && <State kind="order" state={order.state} />}
      lead={
        order && (
          <>
            {order.title} · {t('toCooperative', { name: order.cooperative.name })} ·{' '}
            <Link
              to="/buyer/requests/$requestId"
              params={{ requestId: order.requestId }}
              className={styles.link}
            >
              {order.requestReference ?? t('request')}
            </Link>
          </>
        )
      }
    >
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : !order ? (
        <Panel padded={false}>
          <RowsSkeleton rows={12} />
        </Panel>
      ) : (
        <div className={styles.order}>
          <div className={styles.main}>
            <OrderDocuments order={order} />
            <OrderParties order={order} />
            <OrderLines order={order} />
            <OrderTerms order={order} />
            <OrderCertificates order={order} />
          </div>
          <aside className={styles.aside} aria-label={t('summary')}>
            <Panel>
              <div className={styles.label}>{t('total')}</div>
              <div className={styles.total} data-figures>
                {format.money(order.total, order.currency)}
              </div>
              {order.deliverBy && (
                <p className={styles.words}>{t('deliverByDay', { day: format.day(order.deliverBy) })}</p>
              )}
              <CancelOrder order={order} />
            </Panel>
            <Panel title={t('timeline')}>
              <Timeline entries={orderTimeline(order, t)} />
            </Panel>
            <VerifyLink url={order.verifyUrl} />
          </aside>
        </div>
      )}
    </Page>
  );
}
