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
import { FactorReset } from './factor-reset';
import { toOrganisation, useOrganisationColumns } from './organisation-columns';
import { organisationKinds, organisationStates, type OrganisationsSearch } from './searches';

/** Every organisation that applied, newest first. */
export default function OrganisationsPage() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const search = useSearch({ from: '/signed-in/admin/organisations' });
  const navigate = useNavigate();
  const columns = useOrganisationColumns();
  const query = api.useInfiniteQuery(
    'get',
    '/v1/admin/organisations',
    { params: { query: { ...search, limit: 50 } } },
    byCursor,
  );
  const change = (part: {
    [Key in keyof OrganisationsSearch]: OrganisationsSearch[Key] | undefined;
  }): void => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined),
    ) as OrganisationsSearch;
    void navigate({ to: '/admin/organisations', search: next, replace: true });
  };
  return (
    <Page title={shared('organisations')} lead={t('organisationsLead')}>
      <ListTools>
        <SearchBox
          label={t('searchName')}
          value={search.search}
          onChange={(value) => change({ search: value })}
        />
        <FilterSelect
          label={t('state')}
          all={t('everyState')}
          value={search.state}
          options={organisationStates.map((state) => ({
            value: state,
            label: shared(`state_organisation_${state}`),
          }))}
          onChange={(state) => change({ state })}
        />
        <FilterSelect
          label={t('kind')}
          all={t('everyKind')}
          value={search.kind}
          options={organisationKinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
          onChange={(kind) => change({ kind })}
        />
      </ListTools>
      <Panel padded={false}>
        <Pages
          query={query}
          empty={
            <Empty
              drawing="basket"
              title={t('organisationsNothing')}
              action={
                <LinkButton to="/admin/organisations" search={{}} variant="default">
                  {t('clearFilters')}
                </LinkButton>
              }
            >
              {t('organisationsNothingHint')}
            </Empty>
          }
        >
          {(rows) => (
            <Table label={shared('organisations')} columns={columns} rows={rows} link={toOrganisation} />
          )}
        </Pages>
      </Panel>
      <FactorReset />
    </Page>
  );
}
