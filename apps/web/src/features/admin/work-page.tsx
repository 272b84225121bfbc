import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Empty } from '@/ui/empty';
import { TextLink } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { Tag } from '@/ui/state';
import { Table } from '@/ui/table';
import { FailedJobs } from './failed-jobs';
import { toOrganisation, useOrganisationColumns } from './organisation-columns';

/** What waits for an administrator: applications, and work of the queue that failed. */
export default function WorkPage() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const columns = useOrganisationColumns();
  const applied = api.useQuery('get', '/v1/admin/organisations', {
    params: { query: { state: 'applied', limit: 50 } },
  });
  const failed = api.useQuery('get', '/v1/admin/dead-letters', { params: { query: { limit: 50 } } });
  const applications = applied.data?.items ?? [];
  const jobs = failed.data?.items ?? [];
  const error = applied.error ?? failed.error;
  const pending = applied.isPending || failed.isPending;
  return (
    <Page
      title={shared('work')}
      lead={pending || error ? undefined : t('workLead', { count: applications.length + jobs.length })}
    >
      <Stack gap="lg">
        {error && (
          <ProblemNotice
            error={error}
            onRetry={() => {
              void applied.refetch();
              void failed.refetch();
            }}
          />
        )}
        {pending && !error && (
          <Panel padded={false}>
            <RowsSkeleton />
          </Panel>
        )}
        {!pending && !error && applications.length + jobs.length === 0 && (
          <Panel>
            <Empty drawing="thread" title={t('workEmpty')}>
              {t('workEmptyHint')}
            </Empty>
          </Panel>
        )}
        {applications.length > 0 && (
          <Panel
            title={`${t('applications')} · ${applications.length}`}
            padded={false}
            actions={
              <TextLink to="/admin/organisations" search={{ state: 'applied' }}>
                {t('allOrganisations')}
              </TextLink>
            }
          >
            <Table label={t('applications')} columns={columns} rows={applications} link={toOrganisation} />
          </Panel>
        )}
        {jobs.length > 0 && (
          <Panel
            title={`${t('failedJobs')} · ${jobs.length}`}
            padded={false}
            actions={<TextLink to="/admin/queues">{shared('queues')}</TextLink>}
          >
            <FailedJobs jobs={jobs} />
          </Panel>
        )}
        <Health />
      </Stack>
    </Page>
  );
}

/** Whether the service can do its work, part by part. */
function Health() {
  const { t } = useTranslation('admin');
  const ready = api.useQuery('get', '/v1/public/health/ready');
  if (!ready.data) {
    return null;
  }
  return (
    <Panel title={t('service')}>
      <Group gap="lg">
        {ready.data.checks.map(({ name, ok, detail }) => (
          <Group key={name} gap={8} component="span">
            <Text component="span" size="sm">
              {t(`part_${name}`)}
            </Text>
            <Tag tone={ok ? 'done' : 'wrong'}>{ok ? t('works') : (detail ?? t('fails'))}</Tag>
          </Group>
        ))}
      </Group>
    </Panel>
  );
}
