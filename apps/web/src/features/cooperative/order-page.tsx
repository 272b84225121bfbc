import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useMay } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { actionButton } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { Timeline } from '@/ui/timeline';
import { ActionBar } from './parts/action-bar';
import { OrderLines } from './orders/order-lines';
import { OrderPaper } from './orders/order-paper';
import { OrderTerms } from './orders/order-terms';
import { RejectDialog } from './orders/reject-dialog';
import { useAcceptance } from './orders/use-acceptance';
import { useTimeline } from './orders/use-timeline';
import styles from './requests/request.module.css';

const route = getRouteApi('/signed-in/cooperative/orders/$orderId');

/** An order with its next step. */
export default function OrderPage() {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const { orderId } = route.useParams();
  const query = api.useQuery('get', '/v1/cooperative/orders/{id}', { params: { path: { id: orderId } } });
  const mayAnswer = useMay('orders.answer');
  const accept = useAcceptance(query.data);
  const timeline = useTimeline(query.data);
  const [rejecting, setRejecting] = useState(false);
  const back = { to: '/cooperative/orders', label: t('ordersTitle') } as const;
  if (!query.data) {
    return (
      <Page title={t('orderTitle')} back={back}>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <RowsSkeleton />
        )}
      </Page>
    );
  }
  const order = query.data;
  const waits = order.state === 'issued' && mayAnswer;
  return (
    <Page
      title={t('orderFrom', { who: order.buyer.name })}
      back={back}
      lead={order.title}
      beside={<State kind="order" state={order.state} />}
    >
      <div className={styles.columns}>
        <div className={styles.stack}>
          {accept.isError && <ProblemNotice error={accept.error} onRetry={() => void query.refetch()} />}
          {order.state === 'issued' && (
            <p className={styles.quiet}>{t('orderIssuedWords', { who: order.buyer.name })}</p>
          )}
          {order.state === 'accepted' && (
            <p className={styles.quiet}>
              {order.deliverBy
                ? t('orderAcceptedWords', { day: format.day(order.deliverBy) })
                : t('orderAcceptedNoDay')}
            </p>
          )}
          {order.responseReason && (
            <p className={styles.quiet}>{t('rejectedBecause', { reason: order.responseReason })}</p>
          )}
          {order.cancellationReason && (
            <p className={styles.quiet}>{t('cancelledBecause', { reason: order.cancellationReason })}</p>
          )}
          <Panel title={t('linesTitle', { count: order.lines.length })} padded={false}>
            <OrderLines order={order} />
          </Panel>
        </div>
        <div className={styles.stack}>
          <Panel title={t('termsTitle')}>
            <OrderTerms order={order} />
          </Panel>
          <Panel title={t('papersTitle')}>
            <OrderPaper order={order} />
          </Panel>
          <Panel title={t('timelineTitle')}>
            <Timeline entries={timeline} />
          </Panel>
        </div>
      </div>
      {waits && (
        <ActionBar>
          <Button variant="default" size="md" onClick={() => setRejecting(true)}>
            {t('reject')}
          </Button>
          <Button size="md" {...actionButton} loading={accept.isPending} onClick={accept.accept}>
            {t('accept')}
          </Button>
        </ActionBar>
      )}
      {rejecting && <RejectDialog order={order} onClose={() => setRejecting(false)} />}
    </Page>
  );
}
