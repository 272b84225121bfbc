import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { Moment } from '@/ui/figures';
import { FilterSelect } from '@/ui/filter-select';
import { byCursor, ListTools, Pages } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { SearchBox } from '@/ui/search-box';
import { State } from '@/ui/state';
import { type Column, Table } from '@/ui/table';
import { type AwardsSearch, awardStates } from './award/awards-search';

type Row = Schemas['AwardRow'];

/** All awards of the organisation, newest first. */
export default function AwardsPage() {
  const { t } = useTranslation('trade');
  const shared = useTranslation('shared').t;
  const format = useFormat();
  const { state, search } = useSearch({ from: '/signed-in/buyer/awards' });
  const navigate = useNavigate({ from: '/buyer/awards' });
  const change = (part: Partial<Record<keyof AwardsSearch, string | undefined>>): void =>
    void navigate({ search: (before) => ({ ...before, ...part }) as AwardsSearch, replace: true });
  const narrowed = state !== undefined || search !== undefined;
  const query = api.useInfiniteQuery(
    'get',
    '/v1/buyer/awards',
    { params: { query: { ...(state && { state }), ...(search && { search }), limit: 50 } } },
    byCursor,
  );
  const columns: Column<Row>[] = [
    { key: 'request', head: t('request'), cell: (row) => row.requestTitle, wrap: true },
    { key: 'reference', head: t('reference'), cell: (row) => row.requestReference, phone: 'gone' },
    {
      key: 'state',
      head: t('state'),
      cell: (row) => <State kind="award" state={row.state} />,
      phone: 'second',
    },
    { key: 'by', head: t('proposed'), cell: (row) => row.proposedByName ?? t('someone') },
    { key: 'at', head: t('when'), cell: (row) => <Moment at={row.confirmedAt ?? row.proposedAt} /> },
    {
      key: 'total',
      head: t('total'),
      align: 'end',
      cell: (row) => <strong data-figures>{format.money(row.total, row.currency)}</strong>,
    },
  ];
  return (
    <Page title={shared('awards')} lead={t('awardsLead')}>
      <ListTools>
        <SearchBox label={t('searchAwards')} value={search} onChange={(value) => change({ search: value })} />
        <FilterSelect<NonNullable<AwardsSearch['state']>>
          label={t('state')}
          all={t('anyState')}
          value={state}
          options={awardStates.map((value) => ({ value, label: shared(`state_award_${value}`) }))}
          onChange={(value) => change({ state: value })}
        />
      </ListTools>
      <Panel padded={false}>
        <Pages
          query={query}
          empty={
            <Empty drawing="thread" title={narrowed ? t('noAwardInState') : t('noAwards')}>
              {narrowed ? t('noAwardInStateHint') : t('noAwardsHint')}
            </Empty>
          }
        >
          {(rows) => (
            <Table
              label={shared('awards')}
              columns={columns}
              rows={rows}
              link={(row) => ({ to: '/buyer/awards/$awardId', params: { awardId: row.id } })}
            />
          )}
        </Pages>
      </Panel>
    </Page>
  );
}
