import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@/api/client';
import { Tag } from '@/ui/state';
import styles from './request.module.css';

/** Which certificates are asked for, and whether they are held. */
export function Requirements({ requirements }: { requirements: Schemas['OwnRequirementView'][] }) {
  const { t } = useTranslation('cooperative');
  if (requirements.length === 0) {
    return <p className={styles.quiet}>{t('requirementsNone')}</p>;
  }
  const missing = requirements.some(({ held }) => !held);
  return (
    <>
      <ul className={styles.requirements}>
        {requirements.map(({ schemeId, name, held }) => (
          <li key={schemeId}>
            <span>{name}</span>
            {held ? <Tag tone="done">✓ {t('held')}</Tag> : <Tag tone="waiting">{t('notHeld')}</Tag>}
          </li>
        ))}
      </ul>
      {missing && (
        <p className={styles.hint}>
          {t('requirementsMissing')} <Link to="/cooperative/certificates">{t('toCertificates')}</Link>
        </p>
      )}
    </>
  );
}
