import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { Day } from '@/ui/figures';
import { FilterSelect } from '@/ui/filter-select';
import { byCursor, ListTools, Pages } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { SearchBox } from '@/ui/search-box';
import { State } from '@/ui/state';
import { type Column, Table } from '@/ui/table';
import type { OrderRow } from './order/order-queries';
import { type OrdersSearch, orderStates } from './order/orders-search';
import styles from './orders-page.module.css';

/** All purchase orders, newest first. */
export default function OrdersPage() {
  const { t } = useTranslation('trade');
  const shared = useTranslation('shared').t;
  const format = useFormat();
  const { state, search } = useSearch({ from: '/signed-in/buyer/orders' });
  const navigate = useNavigate({ from: '/buyer/orders' });
  const change = (part: Partial<Record<keyof OrdersSearch, string | undefined>>): void =>
    void navigate({ search: (before) => ({ ...before, ...part }) as OrdersSearch, replace: true });
  const query = api.useInfiniteQuery(
    'get',
    '/v1/buyer/orders',
    { params: { query: { ...(state && { state }), ...(search && { search }), limit: 50 } } },
    byCursor,
  );
  // On a tablet some are left to the order's own page.
  const wide = useMediaQuery('(min-width: 1150px)', true, { getInitialValueInEffect: false });
  const all: Column<OrderRow>[] = [
    {
      key: 'reference',
      head: t('order_'),
      cell: (row) => (
        <span data-figures>
          {row.reference}
          {row.revision > 1 && (
            <span className={styles.soft}> {t('revision', { revision: row.revision })}</span>
          )}
        </span>
      ),
    },
    {
      key: 'cooperative',
      head: t('cooperative'),
      wrap: true,
      cell: (row) => (
        <span className={styles.cut} title={row.cooperative.name}>
          {row.cooperative.name}
        </span>
      ),
    },
    {
      key: 'title',
      head: t('request'),
      cell: (row) => (
        <span className={styles.cut} title={row.title}>
          {row.title}
        </span>
      ),
      phone: 'gone',
    },
    {
      key: 'state',
      head: t('state'),
      cell: (row) => <State kind="order" state={row.state} />,
      phone: 'second',
    },
    { key: 'issued', head: t('issued'), cell: (row) => <Day day={row.issuedOn} /> },
    {
      key: 'deliver',
      head: t('deliverBy'),
      cell: (row) => (row.deliverBy ? <Day day={row.deliverBy} /> : '–'),
    },
    {
      key: 'total',
      head: t('total'),
      align: 'end',
      cell: (row) => <strong data-figures>{format.money(row.total, row.currency)}</strong>,
    },
  ];
  const columns = all.filter((column) => wide || (column.key !== 'title' && column.key !== 'issued'));
  const filtered = state !== undefined || search !== undefined;
  return (
    <Page title={shared('orders')} lead={t('ordersLead')}>
      <ListTools>
        <SearchBox label={t('searchOrders')} value={search} onChange={(value) => change({ search: value })} />
        <FilterSelect<NonNullable<OrdersSearch['state']>>
          label={t('state')}
          all={t('anyState')}
          value={state}
          options={orderStates.map((value) => ({ value, label: shared(`state_order_${value}`) }))}
          onChange={(value) => change({ state: value })}
        />
      </ListTools>
      <Panel padded={false}>
        <Pages
          query={query}
          empty={
            <Empty drawing="paper" title={t(filtered ? 'noOrderFound' : 'noOrders')}>
              {t(filtered ? 'noOrderFoundHint' : 'noOrdersHint')}
            </Empty>
          }
        >
          {(rows) => (
            <Table
              label={shared('orders')}
              columns={columns}
              rows={rows}
              link={(row) => ({ to: '/buyer/orders/$orderId', params: { orderId: row.id } })}
            />
          )}
        </Pages>
      </Panel>
    </Page>
  );
}
