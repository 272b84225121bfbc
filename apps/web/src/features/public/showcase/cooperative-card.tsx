import { IconCertificate } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Listed } from '../listed';
import { Cloth } from '@/ui/cloth';
import type { CooperativeRow } from '../queries';
import { useNames } from '../use-names';
import styles from './cards.module.css';

export function CooperativeCard({ cooperative }: { cooperative: CooperativeRow }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const names = useNames();
  const { certificates } = cooperative;
  return (
    <li className={`${styles.card} ${styles.cooperative}`}>
      <div className={styles.cloth}>
        <Cloth id={cooperative.id} repeat={72} />
      </div>
      <div className={styles.words}>
        <h3 className={styles.name}>
          <Link
            to="/cooperatives/$cooperativeId"
            params={{ cooperativeId: cooperative.id }}
            className={styles.link}
          >
            {cooperative.name}
          </Link>
        </h3>
        <p className={styles.soft} suppressHydrationWarning>
          <Listed items={[cooperative.place, format.country(cooperative.country)]} />
        </p>
        <p className={styles.crafts}>{cooperative.crafts.map(names.craft).join(' · ')}</p>
        <p className={styles.facts}>
          <span suppressHydrationWarning>
            {t('makers', { count: cooperative.makers, number: format.number(cooperative.makers) })}
          </span>
          {certificates.length > 0 && (
            <span className={styles.held}>
              <IconCertificate size={16} stroke={1.6} aria-hidden />
              {t('certificatesHeld', {
                count: certificates.length,
                number: format.number(certificates.length),
              })}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
