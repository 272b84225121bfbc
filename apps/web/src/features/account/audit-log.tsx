import { Button, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { byCursor, Pages } from '@/ui/list';
import { Panel } from '@/ui/page';
import { type Column, Table } from '@/ui/table';
import { AuditChain } from './audit-chain';
import styles from './audit-log.module.css';
import { auditKey, isAuditAction } from './audit-actions';
import { asked } from './audit-query';
import { type AuditSearch, subjectTypes } from './audit-search';
import { AuditTools } from './audit-tools';

type Row = Schemas['AuditEntryView'] & { id: string };

/** The entries of the organisation's chain, newest first. */
export function AuditLog(props: { search: AuditSearch; onSearch: (search: AuditSearch) => void }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const { t: words } = useTranslation('audit');
  const format = useFormat();
  const narrow = useMediaQuery('(max-width: 1000px)');
  const { search } = props;
  const query = api.useInfiniteQuery(
    'get',
    '/v1/account/audit-log',
    { params: { query: { ...asked(search, format.timeZone), limit: 50 } } },
    byCursor,
  );
  const members = api.useQuery('get', '/v1/account/members');
  const names = new Map(members.data?.items.map(({ id, name }) => [id, name]));
  const columns: Column<Row>[] = [
    {
      key: 'seq',
      head: t('entry'),
      cell: (row) => <span data-figures>{format.number(row.seq)}</span>,
      phone: 'second',
      width: 60,
    },
    {
      key: 'action',
      head: t('what'),
      cell: (row) => (
        <span title={row.action}>
          {isAuditAction(row.action) ? (
            <strong className={styles.action}>{words(auditKey(row.action))}</strong>
          ) : (
            <code className={styles.action}>{row.action}</code>
          )}
          {row.to && <span className={styles.soft}> {[row.from, row.to].filter(Boolean).join(' → ')}</span>}
        </span>
      ),
      phone: 'main',
      wrap: true,
    },
    {
      key: 'subject',
      head: t('about'),
      cell: (row) => (
        <span>
          {subjectTypes.some((type) => type === row.subjectType)
            ? t(`subject_${row.subjectType as 'request'}`)
            : row.subjectType}{' '}
          <Button
            size="compact-xs"
            variant="subtle"
            title={t('onlyThis')}
            onClick={() => props.onSearch({ subjectId: row.subjectId })}
          >
            …{row.subjectId.slice(-6)}
          </Button>
        </span>
      ),
      phone: 'rest',
    },
    {
      key: 'who',
      head: t('who'),
      cell: (row) =>
        row.personId
          ? (names.get(row.personId) ?? t('someone'))
          : row.apiKeyId
            ? t('anApiKey')
            : t('theSystem'),
      phone: 'rest',
    },
    {
      key: 'at',
      head: t('when'),
      cell: (row) => <time dateTime={row.at}>{format.moment(row.at)}</time>,
      align: 'end',
      phone: 'rest',
    },
    {
      key: 'hash',
      head: t('hash'),
      cell: (row) => (
        <code className={styles.soft} title={row.hash}>
          {row.hash.slice(0, 8)}
        </code>
      ),
      align: 'end',
      phone: 'gone',
      width: 100,
    },
  ];
  return (
    <Stack gap="md">
      <AuditChain />
      <div>
        <AuditTools search={search} people={names} onSearch={props.onSearch} />
        <Panel padded={false}>
          <Pages
            query={query}
            empty={
              <Empty drawing="paper" title={t('auditNothing')}>
                {t('auditNothingHint')}
              </Empty>
            }
          >
            {(rows) => (
              <Table
                label={shared('auditLog')}
                columns={narrow ? columns.filter(({ key }) => key !== 'hash') : columns}
                rows={rows.map((row) => ({ ...row, id: String(row.seq) }))}
              />
            )}
          </Pages>
        </Panel>
      </div>
    </Stack>
  );
}
