import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Listed } from '../listed';
import { price } from '../price';
import type { Product } from '../queries';
import { useNames } from '../use-names';
import { Photo } from './photo';
import styles from './cards.module.css';

export function ProductCard(props: { product: Product; eager?: boolean; maker?: boolean }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const names = useNames();
  const { product, eager, maker = true } = props;
  return (
    <li className={styles.card}>
      <Photo product={product} eager={eager} />
      <div className={styles.words}>
        <h3 className={styles.name}>
          <Link to="/products/$productId" params={{ productId: product.id }} className={styles.link}>
            {product.name}
          </Link>
        </h3>
        {maker && (
          <p className={styles.soft} suppressHydrationWarning>
            <Listed items={[product.cooperative.name, format.country(product.cooperative.country)]} />
          </p>
        )}
        <p className={styles.price} data-figures suppressHydrationWarning>
          {t('priceFrom', {
            price: format.money(price(product.priceFrom, product.currency), product.currency),
            unit: names.unit(product.unitCode),
          })}
        </p>
      </div>
    </li>
  );
}
