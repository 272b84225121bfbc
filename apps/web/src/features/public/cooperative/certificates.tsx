import { IconCertificate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { TextLink } from '@/ui/link-button';
import styles from './cooperative.module.css';

/** What is held today, each with the way to check it. */
export function Certificates({ held }: { held: readonly Schemas['HeldCertificateView'][] }) {
  const { t } = useTranslation('public');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  return (
    <section className={styles.section} aria-labelledby="certificates">
      <h2 id="certificates" className={styles.sectionTitle}>
        {shared('certificates')}
      </h2>
      {held.length === 0 ? (
        <p className={styles.none}>{t('noCertificates')}</p>
      ) : (
        <ul className={styles.certificates}>
          {held.map((certificate) => (
            <li key={certificate.reference} className={styles.certificate}>
              <IconCertificate size={28} stroke={1.4} aria-hidden className={styles.seal} />
              <div>
                <h3 className={styles.scheme}>{certificate.scheme}</h3>
                <p className={styles.until} suppressHydrationWarning>
                  {t('validUntil', { day: format.day(certificate.validUntil) })}
                </p>
                <TextLink
                  to="/verify/certificates/$reference"
                  params={{ reference: certificate.reference }}
                  className={styles.check}
                >
                  {t('checkReference', { reference: certificate.reference })}
                </TextLink>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
