import { Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Empty } from '@/ui/empty';
import { LinkButton } from '@/ui/link-button';
import { byCursor, RowsSkeleton } from '@/ui/list';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { Cards } from './parts/card';
import { Chips } from './parts/chips';
import { More } from './parts/more';
import { SearchField } from './parts/search-field';
import { RequestCard } from './requests/request-card';

const route = getRouteApi('/signed-in/cooperative/requests');

/** Whoever asks this cooperative for something. */
export default function RequestsPage() {
  const { t } = useTranslation('cooperative');
  const { state = 'open', search } = route.useSearch();
  const navigate = route.useNavigate();
  const query = api.useInfiniteQuery(
    'get',
    '/v1/cooperative/requests',
    { params: { query: { limit: 100, ...(state !== 'all' && { state }) } } },
    byCursor,
  );
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const wanted = search?.toLowerCase();
  const found = wanted
    ? all.filter((row) => `${row.title} ${row.retailer} ${row.reference}`.toLowerCase().includes(wanted))
    : all;
  // The api gives the soonest deadline first; of what is over, the latest is what one looks for.
  const rows =
    state === 'open' ? found : [...found].sort((one, other) => other.deadline.localeCompare(one.deadline));
  return (
    <Page title={t('requestsTitle')}>
      <Stack gap={0} role="search">
        <SearchField
          label={t('searchRequests')}
          value={search}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, search: value }), replace: true })
          }
        />
        <Chips
          label={t('filter')}
          value={state}
          options={[
            { value: 'open', label: t('filterOpen') },
            { value: 'closed', label: t('filterClosed') },
            { value: 'awarded', label: t('filterAwarded') },
            { value: 'all', label: t('filterAll') },
          ]}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, state: value === 'open' ? undefined : value }),
              replace: true,
            })
          }
        />
      </Stack>
      {query.isPending && <RowsSkeleton />}
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty
          drawing="paper"
          title={search ? t('requestsNoneFound') : t('requestsEmpty')}
          action={
            state !== 'all' || search ? (
              <LinkButton to="/cooperative/requests" search={{ state: 'all' }} variant="light" size="md">
                {t('showAll')}
              </LinkButton>
            ) : (
              <LinkButton to="/cooperative/profile" variant="light" size="md">
                {t('profileTitle')}
              </LinkButton>
            )
          }
        >
          {search ? t('requestsNoneFoundWords') : t('requestsEmptyWords')}
        </Empty>
      )}
      {rows.length > 0 && (
        <Cards label={t('requestsTitle')}>
          {rows.map((row) => (
            <RequestCard key={row.id} row={row} />
          ))}
        </Cards>
      )}
      <More query={query} />
    </Page>
  );
}
