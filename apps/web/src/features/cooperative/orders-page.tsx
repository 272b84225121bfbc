import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useMay } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { Money } from '@/ui/figures';
import { LinkButton } from '@/ui/link-button';
import { byCursor, RowsSkeleton } from '@/ui/list';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { Card, Cards } from './parts/card';
import { Chips } from './parts/chips';
import { More } from './parts/more';
import { SearchField } from './parts/search-field';
import { orderStates } from './searches';

const route = getRouteApi('/signed-in/cooperative/orders');

/** What was ordered from this cooperative, newest first. */
export default function OrdersPage() {
  const { t } = useTranslation(['cooperative', 'shared']);
  const format = useFormat();
  const { state, search } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay('orders.read');
  const query = api.useInfiniteQuery(
    'get',
    '/v1/cooperative/orders',
    { params: { query: { ...(state && { state }), ...(search && { search }) } } },
    { ...byCursor, enabled: may },
  );
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (!may) {
    return (
      <Page title={t('ordersTitle')}>
        <Empty drawing="paper" title={t('managersOnly')}>
          {t('managersOnlyWords')}
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={t('ordersTitle')}>
      <div role="search">
        <SearchField
          label={t('searchOrders')}
          value={search}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, search: value }), replace: true })
          }
        />
        <Chips
          label={t('filter')}
          value={state ?? 'all'}
          options={[
            { value: 'all', label: t('filterAll') },
            ...orderStates.map((value) => ({ value, label: t(`state_order_${value}`, { ns: 'shared' }) })),
          ]}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, state: value === 'all' ? undefined : value }),
              replace: true,
            })
          }
        />
      </div>
      {query.isPending && <RowsSkeleton />}
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty
          drawing="basket"
          title={search || state ? t('ordersNoneFound') : t('ordersEmpty')}
          action={
            (search || state) && (
              <LinkButton to="/cooperative/orders" search={{}} variant="light" size="md">
                {t('showAll')}
              </LinkButton>
            )
          }
        >
          {search || state ? t('ordersNoneFoundWords') : t('ordersEmptyWords')}
        </Empty>
      )}
      {rows.length > 0 && (
        <Cards label={t('ordersTitle')}>
          {rows.map((order) => (
            <Card
              key={order.id}
              to="/cooperative/orders/$orderId"
              params={{ orderId: order.id }}
              head={
                <>
                  <State kind="order" state={order.state} />
                  <bdi>{order.reference}</bdi>
                </>
              }
              title={order.title}
            >
              <p>
                <bdi>{order.buyer.name}</bdi> · <Money amount={order.total} currency={order.currency} />
              </p>
              <p>
                {order.deliverBy
                  ? t('deliverByDay', { day: format.day(order.deliverBy) })
                  : t('orderedOn', { day: format.day(order.issuedOn) })}
              </p>
            </Card>
          ))}
        </Cards>
      )}
      <More query={query} />
    </Page>
  );
}
