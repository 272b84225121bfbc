import { useTranslation } from 'react-i18next';
import { Facts } from '@/features/quoting/figures/facts';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import type { Order } from './order-queries';

/** How it is delivered and paid. */
export function OrderTerms({ order }: { order: Order }) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  return (
    <Panel title={t('orderTerms')}>
      <Facts
        facts={[
          [t('deliveryTerms'), `${order.incoterm} ${order.incotermPlace} (Incoterms 2020)`],
          order.deliverBy && [t('deliverBy'), format.day(order.deliverBy)],
          [
            t('payment'),
            order.paymentDays === 0 ? t('atOnce') : t('paymentWithin', { count: order.paymentDays }),
          ],
          [
            t('advance'),
            Number(order.advancePercent) === 0
              ? t('noAdvance')
              : t('advanceOf', {
                  percent: format.percent(Number(order.advancePercent) / 100),
                  amount: format.money(order.advance, order.currency),
                }),
          ],
          order.quoteReference && [t('byQuote'), order.quoteReference],
          order.terms && [t('termsOfCooperative'), order.terms],
        ]}
      />
    </Panel>
  );
}
