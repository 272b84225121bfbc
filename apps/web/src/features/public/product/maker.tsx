import { IconCertificate } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Motif } from '@/ui/motif';
import { Listed } from '../listed';
import type { Cooperative } from '../queries';
import styles from './product.module.css';

/** Whose hands made it. */
export function Maker({ cooperative }: { cooperative: Cooperative }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const { certificates } = cooperative;
  return (
    <aside className={styles.maker} aria-label={t('madeBy')}>
      <Motif id={cooperative.id} size={72} />
      <div>
        <p className={styles.madeBy}>{t('madeBy')}</p>
        <h2 className={styles.makerName}>
          <Link
            to="/cooperatives/$cooperativeId"
            params={{ cooperativeId: cooperative.id }}
            className={styles.makerLink}
          >
            {cooperative.name}
          </Link>
        </h2>
        <p className={styles.makerFacts} suppressHydrationWarning>
          <Listed items={[cooperative.place, format.country(cooperative.country)]} />
          {' · '}
          {t('makers', { count: cooperative.makers, number: format.number(cooperative.makers) })}
        </p>
        {certificates.length > 0 && (
          <p className={styles.held}>
            <IconCertificate size={16} stroke={1.6} aria-hidden />
            <span>
              <Listed items={certificates.map((one) => one.scheme)} />
            </span>
          </p>
        )}
      </div>
    </aside>
  );
}
