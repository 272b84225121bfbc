import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useMay } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { Money, Moment } from '@/ui/figures';
import { actionButton, TextLink } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { ReasonDialog } from '../request/reason-dialog';
import { useAct } from '../request/use-act';
import type { RequestView } from '../request/use-request';
import styles from './publication.module.css';

/** For the second person: what it is worth, and the two answers. */
export function ApprovalPanel({ request }: { request: RequestView }) {
  const { t } = useTranslation('buyer');
  const format = useFormat();
  const mayApprove = useMay('requests.approve');
  const own = api.useQuery('get', '/v1/account/organisation', {}, { staleTime: 600_000 });
  const act = useAct();
  const [giving, setGiving] = useState(false);
  const limit = own.data?.approvalLimit ?? null;
  const params = { requestId: request.id };
  return (
    <Panel title={t('approval')}>
      <Stack gap="md">
        <dl className={styles.worth}>
          <dt>{t('estimate')}</dt>
          <dd>
            {request.estimate === null ? (
              '–'
            ) : (
              <Money amount={request.estimate} currency={request.currency} />
            )}
          </dd>
          {limit !== null && own.data && (
            <>
              <dt>{t('yourLimit')}</dt>
              <dd>{format.money(limit, own.data.currency)}</dd>
            </>
          )}
          <dt>{t('invited')}</dt>
          <dd>
            <TextLink inherit to="/buyer/requests/$requestId/invited" params={params}>
              {t('invitedCount', { count: request.invitedCount })}
            </TextLink>
          </dd>
          <dt>{t('lines')}</dt>
          <dd>
            <TextLink inherit to="/buyer/requests/$requestId" params={params}>
              {t('withTargets', { count: request.lineCount })}
            </TextLink>
          </dd>
          {request.deadline && (
            <>
              <dt>{t('quotingEnds')}</dt>
              <dd>
                <Moment at={request.deadline} />
              </dd>
            </>
          )}
        </dl>
        {mayApprove ? (
          <>
            <Text size="sm" c="dimmed">
              {t('approvalHint')}
            </Text>
            {act.error !== null && !giving && <ProblemNotice error={act.error} />}
            <Button
              {...actionButton}
              fullWidth
              size="md"
              loading={act.isPending && !giving}
              onClick={() => act.mutate({ do: 'approve' })}
            >
              {t('approveAndPublish')}
            </Button>
            <Button variant="default" fullWidth size="md" onClick={() => setGiving(true)}>
              {t('giveBack')}
            </Button>
          </>
        ) : (
          <Text size="sm">{t('waitsForApprover')}</Text>
        )}
      </Stack>
      {giving && (
        <ReasonDialog
          title={t('giveBack')}
          hint={t('giveBackHint')}
          confirm={t('giveBack')}
          error={act.error}
          busy={act.isPending}
          onConfirm={(reason) =>
            act.mutate({ do: 'giveBack', reason }, { onSuccess: () => setGiving(false) })
          }
          onClose={() => {
            setGiving(false);
            act.reset();
          }}
        />
      )}
    </Panel>
  );
}
