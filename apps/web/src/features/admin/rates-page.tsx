import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { Day, Figure } from '@/ui/figures';
import { ListTools, RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { SearchBox } from '@/ui/search-box';
import { Tag } from '@/ui/state';
import { type Column, Table } from '@/ui/table';
import { RateForm } from './rate-form';
import { RateHistory } from './rate-history';
import styles from './rates-page.module.css';

type Row = Schemas['RateEntry'] & { id: string };

/** From here on a rate is no good ground for a comparison. */
const oldDays = 30;

/** The newest rate of each currency, and a place to enter another. */
export default function RatesPage() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const { search } = useSearch({ from: '/signed-in/admin/rates' });
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Row | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const rates = api.useQuery('get', '/v1/admin/exchange-rates');
  const names = new Intl.DisplayNames(format.locale, { type: 'currency' });
  const columns: Column<Row>[] = [
    {
      key: 'currency',
      head: t('currency'),
      cell: (row) => `${row.currency} · ${names.of(row.currency)}`,
      phone: 'main',
    },
    {
      key: 'rate',
      head: t('perEuro'),
      cell: (row) => <Figure value={row.perEuro} />,
      align: 'end',
      phone: 'second',
      width: 110,
    },
    {
      key: 'day',
      head: t('day'),
      cell: (row) =>
        isOld(row.day) ? (
          <Tag tone="waiting">
            <Day day={row.day} />
          </Tag>
        ) : (
          <Day day={row.day} />
        ),
      phone: 'rest',
      width: 120,
    },
    {
      key: 'source',
      head: t('source'),
      cell: (row) => <span className={styles.source}>{row.source}</span>,
      phone: 'rest',
      wrap: true,
    },
    {
      key: 'renew',
      head: t('action'),
      cell: (row) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('renewOf', { currency: row.currency })}
          onClick={() => {
            setChosen(row);
            setShown(row.currency);
          }}
        >
          {t('renew')}
        </Button>
      ),
      align: 'end',
      phone: 'rest',
      width: 90,
    },
  ];
  const wanted = search?.toLowerCase() ?? '';
  const rows = (rates.data?.items ?? [])
    .map((rate) => ({ ...rate, id: rate.currency }))
    .filter((row) =>
      `${row.currency} ${names.of(row.currency)} ${row.source}`.toLowerCase().includes(wanted),
    );
  return (
    <Page title={shared('rates')} lead={t('ratesLead')}>
      <div className={styles.beside}>
        <div>
          <ListTools>
            <SearchBox
              label={t('searchCurrency')}
              value={search}
              onChange={(text) =>
                void navigate({ to: '/admin/rates', search: text ? { search: text } : {}, replace: true })
              }
            />
          </ListTools>
          <Panel padded={false}>
            {rates.isPending ? (
              <RowsSkeleton />
            ) : rates.isError ? (
              <ProblemNotice error={rates.error} onRetry={() => void rates.refetch()} />
            ) : rows.length === 0 ? (
              <Empty drawing="paper" title={wanted ? shared('nothingFound') : t('ratesEmpty')}>
                {wanted ? undefined : t('ratesEmptyHint')}
              </Empty>
            ) : (
              <Table label={shared('rates')} columns={columns} rows={rows} />
            )}
          </Panel>
        </div>
        <div className={styles.form}>
          <RateForm
            key={chosen?.currency ?? ''}
            start={chosen}
            onEntered={(currency) => {
              setChosen(null);
              setShown(currency);
            }}
          />
          {shown && <RateHistory currency={shown} />}
        </div>
      </div>
    </Page>
  );
}

function isOld(day: string): boolean {
  return Date.now() - Date.parse(day) > oldDays * 86_400_000;
}
