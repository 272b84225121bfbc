import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '@/api/session';
import { actionButton, LinkButton } from '@/ui/link-button';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import type { Award } from './plan';
import { useProceed } from './use-proceed';
import styles from './award-decision.module.css';

/** What whoever reads an award may decide about it. */
export function AwardDecision({ award, orders }: { award: Award; orders: number }) {
  const { t } = useTranslation('trade');
  const own = useSession().person.id === award.proposedBy;
  const mayApprove = useMay('awards.approve');
  const mayReject = useMay('awards.reject') && (own || mayApprove);
  const mayWrite = useMay('awards.write');
  const { approve, reject } = useProceed(award);
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const error = approve.error ?? reject.error;

  if (award.state === 'draft') {
    return mayWrite ? (
      <LinkButton
        to="/buyer/requests/$requestId/award"
        params={{ requestId: award.requestId }}
        variant="default"
        fullWidth
        mt="md"
      >
        {t('editDraft')}
      </LinkButton>
    ) : (
      <p className={styles.words}>{t('draftOfOthers')}</p>
    );
  }
  if (award.state !== 'awaiting_approval') {
    return null;
  }
  if (!mayReject) {
    return <p className={styles.words}>{t('waitingForApprover')}</p>;
  }
  return (
    <div className={styles.decision}>
      {own && <p className={styles.words}>{t(mayApprove ? 'notOwnApproval' : 'waitingForApprover')}</p>}
      {rejecting ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            reject.mutate(reason.trim(), {
              onSuccess: () => say(t(own ? 'withdrawnSaid' : 'rejectedSaid')),
            });
          }}
        >
          <Textarea
            label={t(own ? 'whyWithdraw' : 'whyReject')}
            description={own ? undefined : t('whyRejectHint')}
            required
            autosize
            minRows={3}
            maxLength={1000}
            data-autofocus
            autoFocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group gap="xs" mt="sm">
            <Button type="submit" {...actionButton} disabled={!reason.trim()} loading={reject.isPending}>
              {t(own ? 'withdrawAward' : 'rejectAward')}
            </Button>
            <Button variant="subtle" onClick={() => setRejecting(false)}>
              {t('notNow')}
            </Button>
          </Group>
        </form>
      ) : (
        <>
          {mayApprove && !own && (
            <>
              <Button
                {...actionButton}
                fullWidth
                loading={approve.isPending}
                onClick={() =>
                  approve.mutate(undefined, {
                    onSuccess: (issued) => say(t('ordersIssued', { count: issued.orders.length })),
                  })
                }
              >
                {t('approveAward', { count: orders })}
              </Button>
              <Text size="xs" c="dimmed" mt={4} mb="xs">
                {t('approveHint')}
              </Text>
            </>
          )}
          <Button variant="default" fullWidth onClick={() => setRejecting(true)}>
            {t(own ? 'withdrawAward' : 'rejectAward')}
          </Button>
        </>
      )}
      {error !== null && (
        <div className={styles.problem}>
          <ProblemNotice error={error} />
        </div>
      )}
    </div>
  );
}
