import type { TFunction } from 'i18next';
import type { TimelineEntry } from '@/ui/timeline';
import type { Order } from './order-queries';

const steps = ['accepted', 'in_production', 'shipped', 'received', 'closed'] as const;

/** What happened to an order, and the steps still ahead of it. */
export function orderTimeline(order: Order, t: TFunction<'trade'>): TimelineEntry[] {
  const { state } = order;
  const entries: TimelineEntry[] = [{ key: 'issued', at: order.issuedAt, title: t('step_issued') }];
  const reached = (steps as readonly string[]).indexOf(state);
  if (state === 'rejected') {
    entries.push({
      key: 'rejected',
      at: order.respondedAt,
      title: t('step_rejected', { name: order.cooperative.name }),
      words: order.responseReason ? `“${order.responseReason}”` : undefined,
      tone: 'wrong',
    });
    return entries;
  }
  if (order.respondedAt) {
    entries.push({ key: 'accepted', at: order.respondedAt, title: t('step_accepted') });
  }
  if (state === 'cancelled') {
    entries.push({
      key: 'cancelled',
      at: order.cancelledAt,
      title: t('step_cancelled'),
      words: order.cancellationReason ? `“${order.cancellationReason}”` : undefined,
      tone: 'wrong',
    });
    return entries;
  }
  if (state === 'issued') {
    entries.push({ key: 'answer', at: null, title: t('step_answer'), tone: 'now' });
  }
  if (state === 'change_proposed') {
    entries.push({ key: 'change', at: null, title: t('step_change'), tone: 'now' });
  }
  for (const [index, step] of steps.entries()) {
    // The api tells when an order was answered; of later steps only that they were taken.
    if (index > 0) {
      entries.push({
        key: step,
        at: null,
        title: t(`step_${step as 'in_production' | 'shipped' | 'received' | 'closed'}`),
        tone: index <= reached ? 'done' : index === reached + 1 && reached >= 0 ? 'now' : 'later',
      });
    }
  }
  return entries;
}
