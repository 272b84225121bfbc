import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { RowsSkeleton } from '@/ui/list';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { CooperativeView } from './directory/cooperative-view';

const route = getRouteApi('/signed-in/buyer/cooperatives/$cooperativeId');

/** A cooperative as buyers see it: with what it can make in a month. */
export default function CooperativePage() {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  const { cooperativeId } = route.useParams();
  const query = api.useQuery('get', '/v1/buyer/cooperatives/{id}', {
    params: { path: { id: cooperativeId } },
  });
  const back = { to: '/buyer/cooperatives', label: shared('cooperatives') } as const;
  if (!query.data) {
    return (
      <Page title={t('cooperative')} back={back}>
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <RowsSkeleton />
        )}
      </Page>
    );
  }
  return <CooperativeView cooperative={query.data} back={back} />;
}
