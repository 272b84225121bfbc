import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Empty } from '@/ui/empty';
import { byCursor, Pages } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { FailedJobs } from './failed-jobs';
import { QueueLoads } from './queue-loads';

/** What every retry failed at. */
export default function QueuesPage() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const query = api.useInfiniteQuery(
    'get',
    '/v1/admin/dead-letters',
    { params: { query: { limit: 50 } } },
    byCursor,
  );
  return (
    <Page title={shared('queues')} lead={t('queuesLead')}>
      <Stack gap="md">
        <Panel padded={false} title={t('failedJobs')}>
          <Pages
            query={query}
            empty={
              <Empty drawing="thread" title={t('queuesEmpty')}>
                {t('queuesEmptyHint')}
              </Empty>
            }
          >
            {(jobs) => <FailedJobs jobs={jobs} />}
          </Pages>
        </Panel>
        <QueueLoads />
      </Stack>
    </Page>
  );
}
