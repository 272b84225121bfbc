import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { Empty } from '@/ui/empty';
import { Moment } from '@/ui/figures';
import { byCursor, ListTools, Pages } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { SearchBox } from '@/ui/search-box';
import { type Column, Table } from '@/ui/table';
import { ConflictForm } from './conflict-form';
import styles from './conflicts.module.css';
import { Party } from './review-columns';

type Row = Schemas['ConflictView'] & { id: string };

/** Who will not judge whom, and why: declared once, and never taken back. */
export default function ConflictsPage() {
  const { t } = useTranslation('compliance');
  const { t: shared } = useTranslation('shared');
  const { search, cooperative } = useSearch({ from: '/signed-in/compliance/conflicts' });
  const navigate = useNavigate();
  const query = api.useInfiniteQuery(
    'get',
    '/v1/compliance/conflicts',
    { params: { query: { limit: 100 } } },
    byCursor,
  );
  const columns: Column<Row>[] = [
    {
      key: 'cooperative',
      head: t('cooperative'),
      cell: (row) => <Party party={row.cooperative} />,
      phone: 'main',
      wrap: true,
    },
    { key: 'person', head: t('officer'), cell: (row) => row.person.name, phone: 'rest' },
    { key: 'reason', head: t('reason'), cell: (row) => row.reason, phone: 'rest', wrap: true },
    {
      key: 'at',
      head: t('declared'),
      cell: (row) => <Moment at={row.declaredAt} />,
      align: 'end',
      phone: 'second',
      width: 140,
    },
  ];
  const wanted = search?.toLowerCase() ?? '';
  return (
    <Page title={shared('conflicts')} lead={t('conflictsLead')}>
      <div className={styles.beside}>
        <div>
          <ListTools>
            <SearchBox
              label={t('searchConflicts')}
              value={search}
              onChange={(text) =>
                void navigate({
                  to: '/compliance/conflicts',
                  search: { ...(text && { search: text }), ...(cooperative && { cooperative }) },
                  replace: true,
                })
              }
            />
          </ListTools>
          <Panel padded={false}>
            <Pages
              query={query}
              empty={
                <Empty drawing="thread" title={t('conflictsEmpty')}>
                  {t('conflictsEmptyHint')}
                </Empty>
              }
            >
              {(rows) => {
                const found = rows
                  .map((row) => ({ ...row, id: `${row.person.id} ${row.cooperative.id}` }))
                  .filter((row) =>
                    `${row.cooperative.name} ${row.person.name} ${row.reason}`.toLowerCase().includes(wanted),
                  );
                return found.length > 0 ? (
                  <Table label={shared('conflicts')} columns={columns} rows={found} />
                ) : (
                  <Empty drawing="thread" title={shared('nothingFound')} />
                );
              }}
            </Pages>
          </Panel>
        </div>
        <ConflictForm cooperative={cooperative} />
      </div>
    </Page>
  );
}
