import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { actionButton } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { linesAreSaved } from '../lines/use-line-book';
import { useAct } from '../request/use-act';
import type { RequestView } from '../request/use-request';
import { CheckList } from './check-list';
import { lacksOf } from './lacks';

/** The last step of a draft: what it lacks, whether someone approves it first, and the button. */
export function PublishPanel({ request }: { request: RequestView }) {
  const { t } = useTranslation('buyer');
  const format = useFormat();
  const own = api.useQuery('get', '/v1/account/organisation', {}, { staleTime: 600_000 });
  const act = useAct();
  const lacks = lacksOf(request, linesAreSaved(request.id));
  const limit = own.data?.approvalLimit ?? null;
  const sameCurrency = own.data?.currency === request.currency;
  const above =
    limit !== null && request.estimate !== null && sameCurrency && Number(request.estimate) > Number(limit);
  const limitWords = limit === null || !own.data ? null : format.money(limit, own.data.currency);
  return (
    <Panel title={t('beforePublishing')}>
      <Stack gap="md">
        <CheckList request={request} lacks={lacks} />
        {limitWords !== null && (
          <Text size="sm" c="dimmed">
            {request.estimate === null
              ? t('limitUnknown', { limit: limitWords })
              : above
                ? t('limitAbove', {
                    limit: limitWords,
                    estimate: format.money(request.estimate, request.currency),
                  })
                : sameCurrency
                  ? t('limitBelow', { limit: limitWords })
                  : t('limitOther', { limit: limitWords })}
          </Text>
        )}
        {act.error !== null && <ProblemNotice error={act.error} />}
        <Button
          {...actionButton}
          fullWidth
          size="md"
          loading={act.isPending}
          disabled={lacks.length > 0}
          onClick={() => act.mutate({ do: 'publish' })}
        >
          {above ? t('sendForApproval') : t('publishTo', { count: request.invitedCount })}
        </Button>
        <Text size="sm" c="dimmed">
          {t('afterPublishing')}
        </Text>
      </Stack>
    </Panel>
  );
}
