import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Empty } from '@/ui/empty';
import { LinkButton } from '@/ui/link-button';
import { FilterSelect } from '@/ui/filter-select';
import { byCursor, ListTools, Pages } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { SearchBox } from '@/ui/search-box';
import { Table } from '@/ui/table';
import { toCertificate, useReviewColumns } from './review-columns';
import { RowKeys } from './row-keys';
import { ages, type QueueSearch, type ReviewState, reviewStates } from './searches';

/** In which something waits, for an officer or for the cooperative. */
const openStates: readonly ReviewState[] = ['submitted', 'in_review', 'action_required', 'proposed'];
const from = '/signed-in/compliance/certificates';

/** Every application and certificate, oldest first. */
export default function QueuePage() {
  const { t } = useTranslation('compliance');
  const { t: shared } = useTranslation('shared');
  const search = useSearch({ from });
  const navigate = useNavigate();
  const schemes = api.useQuery('get', '/v1/public/schemes', {}, { staleTime: 600_000 });
  const decided = search.state !== undefined && !openStates.includes(search.state);
  const columns = useReviewColumns({ decided });
  const { age, ...asked } = search;
  const query = api.useInfiniteQuery(
    'get',
    '/v1/compliance/certificates',
    { params: { query: { ...asked, ...(age && { olderThanDays: age }), limit: 50 } } },
    byCursor,
  );
  const change = (part: { [Key in keyof QueueSearch]: QueueSearch[Key] | undefined }): void => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined),
    ) as QueueSearch;
    void navigate({ to: '/compliance/certificates', search: next, replace: true });
  };
  const filtered = Object.keys(search).length > 0;
  return (
    <Page title={shared('certificates')} lead={t('queueLead')}>
      <ListTools>
        <SearchBox
          label={t('searchQueue')}
          value={search.search}
          onChange={(value) => change({ search: value })}
        />
        <FilterSelect
          label={t('state')}
          all={t('allOpen')}
          value={search.state}
          options={reviewStates.map((state) => ({
            value: state,
            label: shared(`state_certificate_${state}`),
          }))}
          onChange={(state) => change({ state })}
        />
        <FilterSelect
          label={t('scheme')}
          all={t('allSchemes')}
          value={search.schemeId}
          options={(schemes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(schemeId) => change({ schemeId })}
        />
        <FilterSelect
          label={t('age')}
          all={t('anyAge')}
          value={search.age === undefined ? undefined : String(search.age)}
          options={ages.map((days) => ({ value: String(days), label: t('olderThan', { count: days }) }))}
          onChange={(days) => change({ age: ages.find((one) => String(one) === days) })}
        />
      </ListTools>
      <Panel padded={false}>
        <Pages
          query={query}
          empty={
            <Empty
              drawing="paper"
              title={filtered ? t('queueNothing') : t('queueEmpty')}
              action={
                filtered && (
                  <LinkButton to="/compliance/certificates" search={{}} variant="default">
                    {t('clearFilters')}
                  </LinkButton>
                )
              }
            >
              {filtered ? t('queueNothingHint') : t('queueEmptyHint')}
            </Empty>
          }
        >
          {(rows) => (
            <RowKeys>
              <Table label={shared('certificates')} columns={columns} rows={rows} link={toCertificate} />
            </RowKeys>
          )}
        </Pages>
      </Panel>
    </Page>
  );
}
