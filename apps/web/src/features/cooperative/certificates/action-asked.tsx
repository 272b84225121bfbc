import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Tag } from '@/ui/state';
import styles from './certificate.module.css';

/** Where the last decision still says how it stands; while it is looked at again it does not. */
const told = ['granted', 'suspended', 'refused', 'withdrawn', 'expired'];
const open = { not_met: 'wrong', partly_met: 'waiting' } as const;

/** What the assuring body asks for, before everything else. */
export function ActionAsked({ certificate }: { certificate: Schemas['CertificateView'] }) {
  const { t } = useTranslation('cooperative');
  const asked = certificate.decisions.findLast(({ act }) => act === 'ask_action');
  const last = certificate.decisions.at(-1);
  const titles = new Map(certificate.criteria.map(({ code, title }) => [code, title]));
  const toMend = certificate.findings.filter(({ verdict }) => verdict in open);
  if (certificate.state === 'action_required') {
    return (
      <section className={styles.asked} aria-label={t('actionTitle')}>
        <h2>
          <IconAlertTriangle size={20} stroke={1.8} aria-hidden />
          {t('actionTitle')}
        </h2>
        {asked?.reason && (
          <p className={styles.reason} dir="auto">
            {asked.reason}
          </p>
        )}
        {toMend.length > 0 && (
          <ul>
            {toMend.map(({ criterionCode, verdict, note }) => (
              <li key={criterionCode}>
                <span>
                  {criterionCode} <bdi>{titles.get(criterionCode)}</bdi>
                </span>{' '}
                <Tag tone={open[verdict as keyof typeof open]}>
                  {t(`verdict_${verdict as keyof typeof open}`)}
                </Tag>
                {note && <p dir="auto">{note}</p>}
              </li>
            ))}
          </ul>
        )}
        <p>{t('actionWords', { who: certificate.assurance.name })}</p>
      </section>
    );
  }
  const words = wordsOf(certificate.state);
  return words ? (
    <section className={styles.standing} aria-label={t('certificateTitle')}>
      <p>{t(words, { who: certificate.assurance.name })}</p>
      {told.includes(certificate.state) && last?.reason && (
        <p className={styles.reason} dir="auto">
          {last.reason}
        </p>
      )}
    </section>
  ) : null;
}

function wordsOf(state: string) {
  switch (state) {
    case 'draft':
      return 'standsDraft';
    case 'submitted':
    case 'in_review':
    case 'proposed':
      return 'standsReview';
    case 'granted':
      return 'standsGranted';
    case 'suspended':
      return 'standsSuspended';
    case 'refused':
      return 'standsRefused';
    case 'expired':
      return 'standsExpired';
    default:
      return null;
  }
}
