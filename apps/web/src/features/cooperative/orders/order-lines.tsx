import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Money } from '@/ui/figures';
import { priceText } from '../quote/amounts';
import { useUnits } from '../parts/quantity';
import styles from '../requests/request.module.css';
import own from './order.module.css';

/** What is to be made, and what it comes to. */
export function OrderLines({ order }: { order: Schemas['OrderView'] }) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const { quantity } = useUnits();
  return (
    <>
      <ol className={styles.lines}>
        {order.lines.map((line) => (
          <li key={line.position} className={styles.line}>
            <div className={styles.lineHead}>
              <span className={styles.lineName}>
                <span className={styles.position}>{line.position}</span> <bdi>{line.description}</bdi>
              </span>
              <strong>
                <Money amount={line.amount} currency={order.currency} />
              </strong>
            </div>
            <p data-figures>
              {quantity(line.quantity, line.unitCode)} ×{' '}
              <Money amount={priceText(line.unitPrice, order.currency)} currency={order.currency} />
              {line.priceBaseQuantity !== '1' && ` / ${quantity(line.priceBaseQuantity, line.unitCode)}`}
            </p>
            {line.specification && <p dir="auto">{line.specification}</p>}
            {(line.neededBy ?? line.leadTimeDays) !== null && (
              <p>
                {[
                  line.neededBy && t('neededBy', { day: format.day(line.neededBy) }),
                  line.leadTimeDays !== null && t('readyIn', { count: line.leadTimeDays }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            )}
          </li>
        ))}
      </ol>
      <div className={own.total}>
        <span>{t('total')}</span>
        <Money amount={order.total} currency={order.currency} />
      </div>
    </>
  );
}
