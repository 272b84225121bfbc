import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Facts } from '@/features/quoting/figures/facts';
import { useFormat } from '@/i18n/format';
import { Money } from '@/ui/figures';
import { useTermWords } from '../requests/terms';

/** What was agreed beside the lines. */
export function OrderTerms({ order }: { order: Schemas['OrderView'] }) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const words = useTermWords();
  const { deliverTo, buyer } = order;
  return (
    <Facts
      facts={[
        [t('reference'), order.reference],
        order.deliverBy !== null && [t('deliverBy'), format.day(order.deliverBy)],
        [
          t('deliverTo'),
          [deliverTo.name, deliverTo.street, deliverTo.city, format.country(deliverTo.country)]
            .filter(Boolean)
            .join(', '),
        ],
        [t('carriage'), words.delivery(order)],
        [t('payment'), words.payment(order)],
        Number(order.advance) > 0 && [
          t('advance'),
          <Money key="advance" amount={order.advance} currency={order.currency} />,
        ],
        order.terms && [t('yourTerms'), order.terms],
        buyer.contactName && [
          t('contact'),
          [buyer.contactName, buyer.email, buyer.phone].filter(Boolean).join(', '),
        ],
      ]}
    />
  );
}
