import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { actionButton } from '@/ui/link-button';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import { sharesOf } from './award-shares';
import type { Award, Plan } from './plan';
import { useProceed } from './use-proceed';
import styles from './award-review.module.css';

/** The last look before orders are issued, or an approver is asked: exact sums of what is saved. */
export function AwardReview(props: {
  award: Award;
  plan: Plan;
  onClose: () => void;
  onRefused: (error: unknown) => void;
}) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const navigate = useNavigate();
  const { award, plan, onClose, onRefused } = props;
  const { submit, confirm } = useProceed(award);
  const [error, setError] = useState<unknown>(null);
  const shares = sharesOf(award);
  const short = plan.lines.size - plan.inFull;

  async function proceed(): Promise<void> {
    setError(null);
    try {
      if (award.needsApproval) {
        await submit.mutateAsync();
        say(t('approvalAsked'));
      } else {
        const issued = await confirm.mutateAsync();
        say(t('ordersIssued', { count: issued.orders.length }));
        await navigate({ to: '/buyer/awards/$awardId', params: { awardId: award.id } });
      }
      onClose();
    } catch (refusal) {
      setError(refusal);
      onRefused(refusal);
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={<strong>{t(award.needsApproval ? 'reviewForApproval' : 'reviewToConfirm')}</strong>}
      closeButtonProps={{ 'aria-label': t('closeDetail') }}
      transitionProps={{ duration: 120 }}
    >
      <div className={styles.total} data-figures>
        {format.money(award.total, award.currency)}
      </div>
      <ul className={styles.shares}>
        {shares.map((share) => (
          <li key={share.cooperativeId} className={styles.share}>
            <span>
              {share.cooperative}
              <span className={styles.soft}>{t('linesCount', { count: share.allocations.length })}</span>
            </span>
            <span className={styles.amount} data-figures>
              {format.money(share.total, share.currency)}
            </span>
          </li>
        ))}
      </ul>
      {short > 0 && <p className={styles.words}>{t('reviewShort', { count: short })}</p>}
      <p className={styles.words}>
        {award.needsApproval ? t('reviewApprovalHint') : t('reviewConfirmHint', { count: shares.length })}
      </p>
      {error !== null && <ProblemNotice error={error} />}
      <Group justify="flex-end" gap="xs" mt="md">
        {/* The cursor waits on what can be taken back: a second Enter must not issue orders. */}
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('keepEditing')}
        </Button>
        <Button
          {...actionButton}
          loading={submit.isPending || confirm.isPending}
          onClick={() => void proceed()}
        >
          {award.needsApproval ? t('askApproval') : t('confirmAward', { count: shares.length })}
        </Button>
      </Group>
    </Modal>
  );
}
