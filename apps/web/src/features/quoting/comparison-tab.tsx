import { useMediaQuery } from '@mantine/hooks';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Empty } from '@/ui/empty';
import { RowsSkeleton } from '@/ui/list';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { ComparedSideBySide } from './comparison/compared-side-by-side';
import { ComparisonCards } from './comparison/comparison-cards';
import { SealedQuotes } from './comparison/sealed-quotes';

/** What was quoted on a request: who has, while prices are sealed; all of it side by side after. */
export default function ComparisonTab() {
  const { t } = useTranslation('trade');
  const { requestId } = useParams({ from: '/signed-in/buyer/requests/$requestId/quotes' });
  const search = useSearch({ from: '/signed-in/buyer/requests/$requestId/quotes' });
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const query = api.useQuery('get', '/v1/buyer/requests/{id}/comparison', {
    params: { path: { id: requestId } },
  });
  if (query.isPending) {
    return (
      <Panel padded={false}>
        <RowsSkeleton rows={12} />
      </Panel>
    );
  }
  if (query.isError) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  const comparison = query.data;
  if (comparison.sealed) {
    return <SealedQuotes comparison={comparison} />;
  }
  if (comparison.cooperatives.length === 0) {
    return (
      <Panel>
        <Empty drawing="loom" title={t('noQuotes')}>
          {comparison.state === 'open' ? t('noQuotesYetHint') : t('noQuotesHint')}
        </Empty>
      </Panel>
    );
  }
  return phone ? (
    <ComparisonCards comparison={comparison} search={search} />
  ) : (
    <ComparedSideBySide comparison={comparison} search={search} />
  );
}
