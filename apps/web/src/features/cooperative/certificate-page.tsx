import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch } from '@/api/client';
import { useMay } from '@/api/session';
import { Facts } from '@/features/quoting/figures/facts';
import { useFormat } from '@/i18n/format';
import { actionButton, LinkButton } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { say } from '@/ui/toast';
import { ActionAsked } from './certificates/action-asked';
import { CertificateHistory } from './certificates/certificate-history';
import { Evidence } from './certificates/evidence';
import { ActionBar } from './parts/action-bar';
import styles from './requests/request.module.css';

const route = getRouteApi('/signed-in/cooperative/certificates/$certificateId');
const sendable = ['draft', 'action_required'];
const renewable = ['granted', 'expired', 'refused', 'withdrawn'];

/** A certificate: what is asked for, its evidence, and how it stands. */
export default function CertificatePage() {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const queries = useQueryClient();
  const { certificateId: id } = route.useParams();
  const params = { path: { id } };
  const query = api.useQuery('get', '/v1/cooperative/certificates/{id}', { params });
  const mayApply = useMay('certificates.apply');
  const submit = api.useMutation('post', '/v1/cooperative/certificates/{id}/submission', {
    onSuccess: (changed) => {
      queries.setQueryData(['get', '/v1/cooperative/certificates/{id}', { params }], changed);
      void queries.invalidateQueries({ queryKey: ['get', '/v1/cooperative/work'] });
      say(t('certificateSent', { who: changed.assurance.name }));
    },
  });
  const back = { to: '/cooperative/certificates', label: t('certificatesTitle') } as const;
  if (!query.data) {
    return (
      <Page title={t('certificateTitle')} back={back}>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <RowsSkeleton />
        )}
      </Page>
    );
  }
  const certificate = query.data;
  const canSend = mayApply && sendable.includes(certificate.state);
  return (
    <Page
      title={certificate.scheme.name}
      back={back}
      beside={<State kind="certificate" state={certificate.state} />}
    >
      <div className={styles.columns}>
        <div className={styles.stack}>
          <ActionAsked certificate={certificate} />
          <Evidence certificate={certificate} />
        </div>
        <div className={styles.stack}>
          <Panel title={t('factsTitle')}>
            <Facts
              facts={[
                [t('reference'), certificate.reference],
                [t('bodyField'), certificate.assurance.name],
                [t('scopeField'), certificate.scope],
                certificate.externalNumber && [t('numberField'), certificate.externalNumber],
                certificate.validFrom && [t('validFrom'), format.day(certificate.validFrom)],
                certificate.validUntil && [t('validUntilField'), format.day(certificate.validUntil)],
                certificate.submittedAt && [t('sentDay'), format.moment(certificate.submittedAt)],
              ]}
            />
          </Panel>
          {certificate.decisions.length > 0 && (
            <Panel title={t('historyTitle')}>
              <CertificateHistory certificate={certificate} />
            </Panel>
          )}
        </div>
      </div>
      {submit.isError && <ProblemNotice error={submit.error} onRetry={() => void query.refetch()} />}
      {canSend && (
        <ActionBar note={certificate.evidence.length === 0 ? t('evidenceFirst') : undefined}>
          <Button
            size="md"
            {...actionButton}
            disabled={certificate.evidence.length === 0}
            loading={submit.isPending}
            onClick={() => submit.mutate({ params, headers: ifMatch(certificate.version) })}
          >
            {certificate.state === 'draft'
              ? t('sendTo', { who: certificate.assurance.name })
              : t('answerTo', { who: certificate.assurance.name })}
          </Button>
        </ActionBar>
      )}
      {mayApply && renewable.includes(certificate.state) && (
        <ActionBar>
          <LinkButton
            to="/cooperative/certificates/new"
            search={{ scheme: certificate.scheme.id }}
            variant="light"
            size="md"
          >
            {t('renew')}
          </LinkButton>
        </ActionBar>
      )}
    </Page>
  );
}
