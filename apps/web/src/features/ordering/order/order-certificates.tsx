import { useTranslation } from 'react-i18next';
import { Mark } from '@/features/quoting/figures/mark';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import type { Order } from './order-queries';
import styles from './order-certificates.module.css';

/** What the award relied upon, as it stood that day. */
export function OrderCertificates({ order }: { order: Order }) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  return (
    <Panel title={t('certificatesRelied')}>
      {order.certificates.length === 0 ? (
        <p className={styles.none}>{t('noCertificatesRelied')}</p>
      ) : (
        <ul className={styles.certificates}>
          {order.certificates.map((certificate) => (
            <li key={certificate.id}>
              <Mark kind="done" />
              <span>
                {certificate.scheme}
                <span className={styles.soft}>
                  {certificate.reference} ·{' '}
                  {t('validBetween', {
                    from: format.day(certificate.validFrom),
                    to: format.day(certificate.validUntil),
                  })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
