import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import type { TimelineEntry } from '@/ui/timeline';

const steps = ['in_production', 'shipped', 'received', 'closed'] as const;

/** What happened to an order and what is to come. */
export function useTimeline(order: Schemas['OrderView'] | undefined): TimelineEntry[] {
  const { t } = useTranslation(['cooperative', 'shared']);
  if (!order) {
    return [];
  }
  const issued: TimelineEntry = { key: 'issued', at: order.issuedAt, title: t('happenedIssued') };
  if (order.state === 'cancelled') {
    return [
      issued,
      { key: 'cancelled', at: order.cancelledAt, title: t('happenedCancelled'), tone: 'wrong' },
    ];
  }
  if (order.state === 'rejected') {
    return [issued, { key: 'rejected', at: order.respondedAt, title: t('happenedRejected'), tone: 'wrong' }];
  }
  if (order.state === 'issued' || order.state === 'change_proposed') {
    return [issued, { key: 'answer', at: null, title: t('happensAnswer'), tone: 'now' }];
  }
  const reached = steps.findIndex((step) => step === order.state);
  return [
    issued,
    { key: 'accepted', at: order.respondedAt, title: t('happenedAccepted') },
    ...steps.map((step, index): TimelineEntry => ({
      key: step,
      at: null,
      title: t(`state_order_${step}`, { ns: 'shared' }),
      tone: index <= reached ? 'done' : index === reached + 1 ? 'now' : 'later',
    })),
  ];
}
