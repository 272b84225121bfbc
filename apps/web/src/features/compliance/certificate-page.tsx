import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { CertificateActs } from './certificate-acts';
import { CertificateFacts } from './certificate-facts';
import styles from './certificate-page.module.css';
import { Checklist } from './checklist';
import { Decisions } from './decisions';
import { EvidenceViewer } from './evidence-viewer';
import { Standing } from './standing';
import { type Certificate, certificateQuery } from './use-act';
import { useFindings } from './use-findings';

/** A certificate: its evidence beside the criteria, and what may be done with it. */
export default function CertificatePage() {
  const { t } = useTranslation('shared');
  const { certificateId } = useParams({ from: '/signed-in/compliance/certificates/$certificateId' });
  const { data, error, refetch } = useQuery(certificateQuery(certificateId));
  if (!data) {
    return (
      <Page title={t('certificates')} back={{ to: '/compliance/certificates', label: t('certificates') }}>
        <Panel padded={false}>
          {error ? (
            <ProblemNotice error={error} onRetry={() => void refetch()} />
          ) : (
            <RowsSkeleton rows={12} />
          )}
        </Panel>
      </Page>
    );
  }
  return <Loaded certificate={data} key={data.id} />;
}

function Loaded({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('compliance');
  const { t: shared } = useTranslation('shared');
  const editable = certificate.state === 'in_review' && certificate.mayJudge;
  const findings = useFindings(certificate, editable);
  const [shown, setShown] = useState<string | null>(null);
  return (
    <Page
      width="wide"
      title={certificate.cooperative.name}
      beside={<State kind="certificate" state={certificate.state} />}
      lead={`${certificate.scheme.name} · ${certificate.reference}`}
      back={{ to: '/compliance/certificates', label: shared('certificates') }}
      actions={<CertificateActs certificate={certificate} findings={findings} />}
    >
      <Stack gap="md">
        <Standing certificate={certificate} />
        {findings.changed.length > 0 && !editable && (
          <Alert color="weld" title={t('keptFindings', { count: findings.changed.length })}>
            {t('keptFindingsHint')}
          </Alert>
        )}
        <div className={styles.desk}>
          <EvidenceViewer
            className={styles.evidence}
            certificateId={certificate.id}
            files={certificate.evidence}
            shown={shown}
            onShow={setShown}
          />
          <div className={styles.work}>
            <Checklist
              certificate={certificate}
              findings={findings}
              editable={editable}
              onShowFile={setShown}
            />
            <CertificateFacts certificate={certificate} />
            <Decisions certificate={certificate} />
          </div>
        </div>
      </Stack>
    </Page>
  );
}
