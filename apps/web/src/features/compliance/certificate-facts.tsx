import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Day, Moment } from '@/ui/figures';
import { TextLink } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import styles from './certificate-page.module.css';
import type { Certificate } from './use-act';

/** What it covers, since when, and where its cooperative is. */
export function CertificateFacts({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('compliance');
  const format = useFormat();
  return (
    <Panel title={t('facts')}>
      <dl className={styles.facts}>
        <dt>{t('covers')}</dt>
        <dd>{certificate.scope}</dd>
        <dt>{t('ownerNumber')}</dt>
        <dd>{certificate.externalNumber ?? t('none')}</dd>
        <dt>{t('country')}</dt>
        <dd>{format.country(certificate.cooperative.country)}</dd>
        {certificate.submittedAt && (
          <>
            <dt>{t('submitted')}</dt>
            <dd>
              <Moment at={certificate.submittedAt} exact />
            </dd>
          </>
        )}
        {certificate.validFrom && certificate.validUntil && (
          <>
            <dt>{certificate.state === 'proposed' ? t('termProposed') : t('term')}</dt>
            <dd>
              <Day day={certificate.validFrom} /> – <Day day={certificate.validUntil} />
            </dd>
          </>
        )}
        {certificate.decidedBy && (
          <>
            <dt>{t('decidedBy')}</dt>
            <dd>{certificate.decidedBy.name}</dd>
          </>
        )}
        {certificate.mayJudge && (
          <>
            <dt>{t('partial')}</dt>
            <dd>
              <TextLink to="/compliance/conflicts" search={{ cooperative: certificate.cooperative.name }}>
                {t('declareLink')}
              </TextLink>
            </dd>
          </>
        )}
      </dl>
    </Panel>
  );
}
