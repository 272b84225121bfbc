import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '@/api/session';
import { actionButton } from '@/ui/link-button';
import { say } from '@/ui/toast';
import { ActProblem } from './act-problem';
import { Consequences } from './consequences';
import { ProposalDialog } from './proposal-dialog';
import { ReasonDialog } from './reason-dialog';
import { SuspensionDialog } from './suspension-dialog';
import { type Certificate, type ReasonedAct, useAct, useTakeBack } from './use-act';
import type { Findings } from './use-findings';

type Opened = ReasonedAct | 'proposal' | null;

/** What may be done now, by the one who looks. The one next step is the madder button. */
export function CertificateActs({ certificate, findings }: { certificate: Certificate; findings: Findings }) {
  const { t } = useTranslation('compliance');
  const me = useSession().person.id;
  const lead = useMay('certificates.suspend');
  const [opened, setOpened] = useState<Opened>(null);
  const act = useAct(certificate.id, certificate.version);
  const takeBack = useTakeBack();
  const { state } = certificate;
  const own = certificate.proposedBy?.id === me;

  // What was found is sent first: nobody decides on what only stands on one screen.
  const open = (what: Opened): void => {
    if (findings.changed.length === 0) {
      setOpened(what);
    } else {
      findings.save.mutate(undefined, { onSuccess: () => setOpened(what) });
    }
  };
  const close = (): void => setOpened(null);
  const done = (words: string) => (): void => {
    close();
    say(words);
  };

  const missing = certificate.findings
    .filter(({ verdict }) => verdict === 'not_met' || verdict === 'partly_met')
    .map(({ criterionCode, note }) => {
      const title = certificate.criteria.find(({ code }) => code === criterionCode)?.title ?? '';
      return `${criterionCode} ${title}${note ? `: ${note}` : ''}`;
    });

  if (!certificate.mayJudge) {
    return null;
  }
  return (
    <>
      {state === 'submitted' && (
        <Button
          {...actionButton}
          loading={act.isPending}
          onClick={() => act.mutate({ kind: 'review' }, { onSuccess: () => say(t('takenUp')) })}
        >
          {t('takeUp')}
        </Button>
      )}
      {state === 'in_review' && (
        <>
          <Button variant="default" onClick={() => open('action-request')}>
            {t('askAction')}
          </Button>
          <Button {...actionButton} loading={findings.save.isPending} onClick={() => open('proposal')}>
            {t('propose')}
          </Button>
        </>
      )}
      {state === 'proposed' && (
        <>
          <Button variant="default" onClick={() => setOpened('return')}>
            {own ? t('takeBack') : t('return')}
          </Button>
          {!own && (
            <Button
              {...actionButton}
              loading={act.isPending}
              onClick={() => act.mutate({ kind: 'confirmation' }, { onSuccess: () => say(t('confirmed')) })}
            >
              {certificate.proposedVerdict === 'grant' ? t('confirmGrant') : t('confirmRefusal')}
            </Button>
          )}
        </>
      )}
      {lead && (state === 'granted' || state === 'suspended') && (
        <Button variant="default" onClick={() => setOpened('withdrawal')}>
          {t('withdraw')}
        </Button>
      )}
      {lead && state === 'granted' && (
        <Button {...actionButton} variant="outline" onClick={() => setOpened('suspension')}>
          {t('suspend')}
        </Button>
      )}
      {lead && state === 'suspended' && (
        <Button {...actionButton} onClick={() => setOpened('reinstatement')}>
          {t('reinstate')}
        </Button>
      )}
      {(act.isError || takeBack.isError) && (
        <div style={{ flexBasis: '100%' }}>
          <ActProblem error={act.error ?? takeBack.error} />
        </div>
      )}

      {opened === 'proposal' && (
        <ProposalDialog
          certificate={certificate}
          onClose={close}
          onDone={(proposed) => {
            close();
            say(t('proposed'), () => takeBack.mutate({ certificate: proposed, reason: t('takenBack') }));
          }}
        />
      )}
      {opened === 'action-request' && (
        <ReasonDialog
          certificate={certificate}
          kind="action-request"
          title={t('askAction')}
          label={t('whatIsMissing')}
          hint={t('askActionHint')}
          draft={missing.length > 0 ? `${t('pleaseSend')}\n${missing.join('\n')}` : ''}
          confirm={t('sendToCooperative')}
          onClose={close}
          onDone={done(t('actionSent'))}
        />
      )}
      {opened === 'return' && (
        <ReasonDialog
          certificate={certificate}
          kind="return"
          title={own ? t('takeBack') : t('return')}
          label={t('returnWhy')}
          hint={t('staffRead')}
          confirm={own ? t('takeBack') : t('return')}
          onClose={close}
          onDone={done(t('returned'))}
        />
      )}
      {opened === 'suspension' && (
        <SuspensionDialog certificate={certificate} onClose={close} onDone={done(t('suspended'))} />
      )}
      {opened === 'reinstatement' && (
        <ReasonDialog
          certificate={certificate}
          kind="reinstatement"
          title={t('reinstateTitle')}
          words={<div>{t('reinstateWords', { scheme: certificate.scheme.name })}</div>}
          label={t('reinstateWhy')}
          hint={t('cooperativeReads')}
          confirm={t('reinstate')}
          onClose={close}
          onDone={done(t('reinstated'))}
        />
      )}
      {opened === 'withdrawal' && (
        <ReasonDialog
          certificate={certificate}
          kind="withdrawal"
          title={t('withdrawTitle')}
          words={
            <>
              <div>{t('withdrawWords')}</div>
              <Consequences certificate={certificate} />
            </>
          }
          label={t('withdrawWhy')}
          hint={t('cooperativeReads')}
          confirm={t('withdrawForGood')}
          onClose={close}
          onDone={done(t('withdrawn'))}
        />
      )}
    </>
  );
}
