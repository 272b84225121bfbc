import { ActionIcon, Group, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { ListTools, RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { SearchBox } from '@/ui/search-box';
import { Table } from '@/ui/table';
import { monthPlus, today } from './days';
import styles from './expiries.module.css';
import { type ExpiryRow, useExpiryColumns } from './expiry-columns';
import { Growing } from './growing';
import { MonthGrid } from './month-grid';
import { MonthStrip } from './month-strip';
import { toCertificate } from './review-columns';
import { RowKeys } from './row-keys';
import type { ExpiriesSearch } from './searches';
import { useExpiries } from './use-expiries';

/** Which certificates end when: as a calendar of a month, or as a list of the year ahead. */
export default function ExpiriesPage() {
  const { t } = useTranslation('compliance');
  const { t: shared } = useTranslation('shared');
  const search = useSearch({ from: '/signed-in/compliance/expiries' });
  const navigate = useNavigate();
  const first = today().slice(0, 7);
  const year = useExpiries(first, search.view === 'list' ? 12 : 0);
  const months = api.useQuery('get', '/v1/compliance/expiries/months');
  const counts = new Map(months.data?.items.map(({ month, count }) => [month, count]));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const go = (next: ExpiriesSearch): void =>
    void navigate({ to: '/compliance/expiries', search: next, replace: true });
  return (
    <Page
      title={shared('expiries')}
      lead={months.data && t('expiriesLead', { count: total })}
      actions={
        <SegmentedControl
          aria-label={t('view')}
          data={[
            { value: 'calendar', label: t('calendar') },
            { value: 'list', label: t('list') },
          ]}
          value={search.view ?? 'calendar'}
          onChange={(view) => go(view === 'list' ? { view: 'list' } : {})}
        />
      }
    >
      {months.isError || year.isError ? (
        <ProblemNotice
          error={months.error ?? year.error}
          onRetry={() => {
            void months.refetch();
            void year.refetch();
          }}
        />
      ) : months.isPending || year.isPending ? (
        <Panel padded={false}>
          <RowsSkeleton rows={12} />
        </Panel>
      ) : search.view === 'list' ? (
        <List
          rows={year.data}
          search={search.search}
          onSearch={(text) => go({ view: 'list', ...(text && { search: text }) })}
        />
      ) : (
        <Calendar
          first={first}
          month={search.month ?? months.data.items[0]?.month ?? first}
          counts={counts}
        />
      )}
    </Page>
  );
}

function Calendar(props: { first: string; month: string; counts: ReadonlyMap<string, number> }) {
  const { t } = useTranslation('compliance');
  const format = useFormat();
  const navigate = useNavigate();
  const columns = useExpiryColumns();
  const shown = useExpiries(props.month, 1);
  const title = new Intl.DateTimeFormat(format.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const step = (by: number): void => {
    const month = monthPlus(props.month, by);
    void navigate({
      to: '/compliance/expiries',
      search: { month },
      replace: true,
    });
  };
  const rows = shown.data ?? [];
  return (
    <>
      <MonthStrip first={props.first} month={props.month} counts={props.counts} />
      <Panel
        title={title.format(new Date(`${props.month}-01T00:00:00Z`))}
        padded={false}
        actions={
          <Group gap={4}>
            <ActionIcon variant="default" size="lg" aria-label={t('monthBefore')} onClick={() => step(-1)}>
              <IconChevronLeft size={18} stroke={1.6} />
            </ActionIcon>
            <ActionIcon variant="default" size="lg" aria-label={t('monthAfter')} onClick={() => step(1)}>
              <IconChevronRight size={18} stroke={1.6} />
            </ActionIcon>
          </Group>
        }
      >
        {shown.isPending ? <RowsSkeleton /> : <MonthGrid month={props.month} rows={rows} />}
      </Panel>
      {rows.length > 0 && (
        <Panel padded={false} className={styles.below}>
          <RowKeys>
            <Growing rows={rows}>
              {(some) => (
                <Table label={t('endsThisMonth')} columns={columns} rows={some} link={toCertificate} />
              )}
            </Growing>
          </RowKeys>
        </Panel>
      )}
    </>
  );
}

function List(props: {
  rows: readonly ExpiryRow[];
  search: string | undefined;
  onSearch: (text: string | undefined) => void;
}) {
  const { t } = useTranslation('compliance');
  const columns = useExpiryColumns();
  const wanted = props.search?.toLowerCase() ?? '';
  const rows = props.rows.filter((row) =>
    `${row.cooperative.name} ${row.scheme.name} ${row.reference}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <ListTools>
        <SearchBox label={t('searchExpiries')} value={props.search} onChange={props.onSearch} />
      </ListTools>
      <Panel padded={false}>
        {rows.length === 0 ? (
          <Empty drawing="paper" title={t('expiriesNothing')}>
            {t('expiriesNothingHint')}
          </Empty>
        ) : (
          <RowKeys>
            <Growing rows={rows}>
              {(some) => (
                <Table label={t('expiringSoon')} columns={columns} rows={some} link={toCertificate} />
              )}
            </Growing>
          </RowKeys>
        )}
      </Panel>
    </>
  );
}
