import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import type { Product } from '../queries';
import { useNames } from '../use-names';
import styles from './product.module.css';

export function ProductFacts({ product }: { product: Product }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const names = useNames();
  const { minimumQuantity, leadTimeDays, hsCode } = product;
  return (
    <dl className={styles.facts}>
      {minimumQuantity !== null && (
        <Fact name={t('minimum')}>
          {format.number(minimumQuantity)} {product.unitCode === 'C62' ? '' : names.unit(product.unitCode)}
        </Fact>
      )}
      {leadTimeDays !== null && (
        <Fact name={t('leadTime')}>
          {t('days', { count: leadTimeDays, number: format.number(leadTimeDays) })}
        </Fact>
      )}
      {hsCode !== null && (
        <Fact name={t('hsCode')}>
          <bdi>{hsCode}</bdi>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-figures suppressHydrationWarning>
        {children}
      </dd>
    </div>
  );
}
