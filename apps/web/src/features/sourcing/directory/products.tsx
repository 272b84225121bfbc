import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { priceText } from '@/features/quoting/figures/price-text';
import { Money } from '@/ui/figures';
import { Motif } from '@/ui/motif';
import { digitsOf } from '../lines/sums';
import styles from './cooperative.module.css';

/** What they make, with its starting price. */
export function Products({ products }: { products: readonly Schemas['ShownProduct'][] }) {
  const { t } = useTranslation('buyer');
  return (
    <ul className={styles.products}>
      {products.map((product) => (
        <li key={product.id}>
          <div className={styles.picture}>
            {product.photoFileId ? (
              <img src={`/v1/public/photos/${product.photoFileId}`} alt="" loading="lazy" />
            ) : (
              <Motif id={product.id} size="100%" />
            )}
          </div>
          <div className={styles.product}>{product.name}</div>
          <div className={styles.soft}>
            {t('priceFrom')}{' '}
            <Money
              amount={priceText(product.priceFrom, digitsOf(product.currency))}
              currency={product.currency}
            />
          </div>
          {product.leadTimeDays !== null && (
            <div className={styles.soft}>{t('leadTime', { count: product.leadTimeDays })}</div>
          )}
        </li>
      ))}
    </ul>
  );
}
