import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useMay, useSession } from '@/api/session';
import { useFormat } from '@/i18n/format';
import styles from './certificate-page.module.css';
import type { Certificate } from './use-act';

/** Where it stands, and, for whoever may not go on, why. */
export function Standing({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('compliance');
  const format = useFormat();
  const me = useSession().person.id;
  const last = certificate.decisions.at(-1);
  const mayDecide = useMay('certificates.suspend');
  return (
    <>
      {!certificate.mayJudge && <WhyNot certificate={certificate} />}
      {certificate.state === 'proposed' && (
        <Alert
          color="weld"
          title={t(certificate.proposedVerdict === 'grant' ? 'proposedGrant' : 'proposedRefusal', {
            name: certificate.proposedBy?.name ?? '',
            from: certificate.validFrom ? format.day(certificate.validFrom) : '',
            until: certificate.validUntil ? format.day(certificate.validUntil) : '',
          })}
        >
          {last?.reason && <div className={styles.reason}>“{last.reason}”</div>}
          {certificate.mayJudge && (
            <div>{certificate.proposedBy?.id === me ? t('youProposed') : t('youConfirm')}</div>
          )}
        </Alert>
      )}
      {certificate.state === 'action_required' && (
        <Alert color="weld" title={t('actionAsked')}>
          <span className={styles.reason}>{last?.reason}</span>
        </Alert>
      )}
      {certificate.state === 'in_review' && last?.act === 'ask_action' && (
        <Alert color="indigo" title={t('actionAnswered')}>
          {t('actionAnsweredHint', { reason: last.reason ?? '' })}
        </Alert>
      )}
      {certificate.state === 'suspended' && (
        <Alert color="madder" title={t('isSuspended')}>
          <span className={styles.reason}>{certificate.suspensionReason}</span>
        </Alert>
      )}
      {certificate.state === 'refused' && (
        <Alert color="madder" title={t('isRefused')}>
          <span className={styles.reason}>{last?.reason}</span>
        </Alert>
      )}
      {!mayDecide && ['granted', 'suspended'].includes(certificate.state) && (
        <Alert color="gray" title={t('onlyLead')}>
          {t('onlyLeadHint')}
        </Alert>
      )}
    </>
  );
}

/** Either a declared conflict, with its reason, or one's own cooperative. */
function WhyNot({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('compliance');
  const me = useSession().person.id;
  const conflicts = api.useQuery('get', '/v1/compliance/conflicts', { params: { query: { limit: 100 } } });
  const declared = conflicts.data?.items.find(
    ({ person, cooperative }) => person.id === me && cooperative.id === certificate.cooperative.id,
  );
  return (
    <Alert color="weld" title={t('mayNotJudge')}>
      {declared ? t('inConflict', { reason: declared.reason }) : t('ownCooperative')} {t('leaveToOther')}
    </Alert>
  );
}
