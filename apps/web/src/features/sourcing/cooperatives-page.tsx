import { Group } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { Figure } from '@/ui/figures';
import { LinkButton } from '@/ui/link-button';
import { Pages } from '@/ui/list';
import { Motif } from '@/ui/motif';
import { Page, Panel } from '@/ui/page';
import { Tag } from '@/ui/state';
import { type Column, Table } from '@/ui/table';
import { DirectoryTools } from './directory/directory-tools';
import { type CooperativeRow, useDirectory, womenShare } from './directory/use-directory';
import { directorySearch, present } from './searches';
import { useSearchKey } from './use-shortcut';

const toCooperative = (row: CooperativeRow) => ({
  to: '/buyer/cooperatives/$cooperativeId' as const,
  params: { cooperativeId: row.id },
});

/** Every cooperative that shows itself to buyers. */
export default function CooperativesPage() {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  const search = directorySearch(useSearch({ from: '/signed-in/buyer/cooperatives' }));
  const navigate = useNavigate();
  const query = useDirectory(search);
  const columns = useColumns();
  useSearchKey();
  return (
    <Page title={shared('cooperatives')} lead={t('cooperativesLead')}>
      <DirectoryTools
        search={search}
        onChange={(part) =>
          void navigate({
            to: '/buyer/cooperatives',
            search: present({ ...search, ...part }),
            replace: true,
          })
        }
      />
      <Panel padded={false}>
        <Pages
          query={query}
          empty={
            <Empty
              drawing="basket"
              title={t('cooperativesNothing')}
              action={
                <LinkButton to="/buyer/cooperatives" search={{}} variant="default">
                  {t('clearFilters')}
                </LinkButton>
              }
            >
              {t('cooperativesNothingHint')}
            </Empty>
          }
        >
          {(rows) => (
            <Table label={shared('cooperatives')} columns={columns} rows={rows} link={toCooperative} />
          )}
        </Pages>
      </Panel>
    </Page>
  );
}

function useColumns(): Column<CooperativeRow>[] {
  const { t } = useTranslation('buyer');
  const format = useFormat();
  return [
    {
      key: 'name',
      head: t('cooperative'),
      cell: (row) => (
        <Group
          gap={10}
          wrap="nowrap"
          component="span"
          display="inline-flex"
          style={{ verticalAlign: 'middle' }}
        >
          <Motif id={row.id} size={24} />
          <span>{row.name}</span>
        </Group>
      ),
      phone: 'main',
      wrap: true,
    },
    {
      key: 'place',
      head: t('place'),
      cell: (row) => `${row.place}, ${format.country(row.country)}`,
      phone: 'rest',
      wrap: true,
    },
    {
      key: 'crafts',
      head: t('crafts'),
      cell: (row) => row.crafts.map((craft) => craft.name).join(', '),
      phone: 'rest',
      wrap: true,
    },
    {
      key: 'makers',
      head: t('makers'),
      cell: (row) => <Figure value={row.makers} />,
      align: 'end',
      phone: 'gone',
      width: 80,
    },
    {
      key: 'women',
      head: t('women'),
      cell: (row) => {
        const share = womenShare(row);
        return share === null ? '–' : format.percent(share);
      },
      align: 'end',
      phone: 'rest',
      width: 80,
    },
    {
      key: 'certificates',
      head: t('certificates'),
      cell: (row) => (
        <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4, paddingBlock: 4 }}>
          {row.certificates.map((one) => (
            <span key={one.reference} title={one.scheme}>
              <Tag tone="done">{one.schemeCode}</Tag>
            </span>
          ))}
        </span>
      ),
      phone: 'rest',
      wrap: true,
    },
  ];
}
