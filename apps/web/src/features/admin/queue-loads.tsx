import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Figure } from '@/ui/figures';
import { RowsSkeleton } from '@/ui/list';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { Table } from '@/ui/table';
import { queueName } from './queue-name';

/** How much work each queue has before it. */
export function QueueLoads() {
  const { t } = useTranslation('admin');
  const loads = api.useQuery('get', '/v1/admin/queues', {}, { staleTime: 0 });
  const figure = (key: 'waiting' | 'active' | 'delayed') => ({
    key,
    head: t(`load_${key}`),
    cell: (row: Record<typeof key, number>) => <Figure value={row[key]} />,
    align: 'end' as const,
    phone: 'rest' as const,
    width: 150,
  });
  return (
    <Panel padded={false} title={t('loads')}>
      {loads.isPending ? (
        <RowsSkeleton rows={6} />
      ) : loads.isError ? (
        <ProblemNotice error={loads.error} onRetry={() => void loads.refetch()} />
      ) : (
        <Table
          label={t('loads')}
          columns={[
            { key: 'name', head: t('queue'), cell: (row) => queueName(row.name, t), phone: 'main' },
            figure('active'),
            figure('waiting'),
            figure('delayed'),
          ]}
          rows={loads.data.items.map((row) => ({ ...row, id: row.name }))}
        />
      )}
    </Panel>
  );
}
