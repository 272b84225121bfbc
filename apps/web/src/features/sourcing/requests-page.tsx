import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { useMay } from '@/api/session';
import { Empty } from '@/ui/empty';
import { Figure, Moment } from '@/ui/figures';
import { actionButton, LinkButton } from '@/ui/link-button';
import { FilterSelect } from '@/ui/filter-select';
import { byCursor, ListTools, Pages } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { SearchBox } from '@/ui/search-box';
import { State } from '@/ui/state';
import { type Column, Table } from '@/ui/table';
import { requestStates } from './request/use-request';
import { present, type RequestsSearch, requestsSearch } from './searches';
import { useSearchKey, useShortcut } from './use-shortcut';

type Row = Schemas['RequestRow'];

const toRequest = (row: Row) => ({
  to: '/buyer/requests/$requestId' as const,
  params: { requestId: row.id },
});

/** Every request of the retailer. */
export default function RequestsPage() {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  // Of a shared address only what the list knows is sent: the api refuses the rest.
  const search = requestsSearch(useSearch({ from: '/signed-in/buyer/requests' }));
  const navigate = useNavigate();
  const mayWrite = useMay('requests.write');
  const columns = useColumns();
  const query = api.useInfiniteQuery(
    'get',
    '/v1/buyer/requests',
    { params: { query: { ...search, limit: 50 } } },
    byCursor,
  );
  const change = (part: { [Key in keyof RequestsSearch]: RequestsSearch[Key] | undefined }): void =>
    void navigate({
      to: '/buyer/requests',
      search: present({ ...search, ...part }),
      replace: true,
    });
  useSearchKey();
  useShortcut('n', () => void navigate({ to: '/buyer/requests/new' }), mayWrite);
  const create = mayWrite && (
    <LinkButton to="/buyer/requests/new" {...actionButton} aria-keyshortcuts="n">
      {t('newRequest')}
    </LinkButton>
  );
  const filtered = search.search !== undefined || search.state !== undefined;
  return (
    <Page title={shared('requests')} lead={t('requestsLead')} actions={create}>
      <ListTools>
        <SearchBox
          label={t('searchRequests')}
          value={search.search}
          onChange={(value) => change({ search: value })}
        />
        <FilterSelect
          label={t('state')}
          all={t('allStates')}
          value={search.state}
          options={requestStates.map((state) => ({ value: state, label: shared(`state_request_${state}`) }))}
          onChange={(state) => change({ state })}
        />
        <FilterSelect
          label={t('sort')}
          all={t('sortNewest')}
          value={search.sort}
          options={[{ value: 'deadline', label: t('sortDeadline') }]}
          onChange={(sort) => change({ sort })}
        />
      </ListTools>
      <Panel padded={false}>
        <Pages
          query={query}
          empty={
            filtered ? (
              <Empty
                drawing="thread"
                title={t('requestsNothing')}
                action={
                  <LinkButton to="/buyer/requests" search={{}} variant="default">
                    {t('clearFilters')}
                  </LinkButton>
                }
              >
                {t('requestsNothingHint')}
              </Empty>
            ) : (
              <Empty drawing="loom" title={t('requestsEmpty')} action={create}>
                {t('requestsEmptyHint')}
              </Empty>
            )
          }
        >
          {(rows) => <Table label={shared('requests')} columns={columns} rows={rows} link={toRequest} />}
        </Pages>
      </Panel>
    </Page>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('buyer');
  const count = (
    key: string,
    head: string,
    of: (row: Row) => number,
    phone: 'rest' | 'gone' = 'gone',
  ): Column<Row> => ({
    key,
    head,
    cell: (row) => <Figure value={of(row)} />,
    align: 'end',
    phone,
    width: 90,
  });
  // On a tablet some are left to the request's own page, so that its title has room.
  const wide = useMediaQuery('(min-width: 1000px)', true, { getInitialValueInEffect: false });
  const all: (Column<Row> | false)[] = [
    { key: 'title', head: t('request'), cell: (row) => row.title, phone: 'main', wrap: true },
    wide && {
      key: 'reference',
      head: t('reference'),
      cell: (row) => row.reference,
      phone: 'gone',
      width: 150,
    },
    {
      key: 'state',
      head: t('state'),
      cell: (row) => <State kind="request" state={row.state} />,
      phone: 'second',
      width: 170,
    },
    {
      key: 'deadline',
      head: t('deadline'),
      cell: (row) => (row.deadline ? <Moment at={row.deadline} /> : '–'),
      phone: 'rest',
      width: 130,
    },
    wide && count('lines', t('lines'), (row) => row.lineCount),
    count('invited', t('invited'), (row) => row.invitedCount),
    count('quotes', t('quotesCount'), (row) => row.quoteCount, 'rest'),
  ];
  return all.filter((column) => column !== false);
}
