import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Command } from './commands';

/** A retailer's own requests and orders, and the cooperatives they can reach, by what is typed. */
export function useFinds(enabled: boolean, text: string): { found: Command[]; looking: boolean } {
  const { t } = useTranslation('shared');
  const [search] = useDebouncedValue(text.trim(), 150);
  const init = { params: { query: { search, limit: 5 } } };
  const sought = { enabled: enabled && search.length > 1, staleTime: 10_000 };
  const requests = api.useQuery('get', '/v1/buyer/requests', init, sought);
  const orders = api.useQuery('get', '/v1/buyer/orders', init, sought);
  const cooperatives = api.useQuery('get', '/v1/buyer/cooperatives', init, sought);
  if (!enabled || text.trim().length < 2) {
    return { found: [], looking: false };
  }
  if (search !== text.trim()) {
    // What was found for fewer letters is not what Enter should lead to.
    return { found: [], looking: true };
  }
  return {
    found: [
      ...(requests.data?.items ?? []).map(({ id, reference, title }) => ({
        to: `/buyer/requests/${id}`,
        label: `${title} · ${reference}`,
        kind: t('requests'),
      })),
      ...(orders.data?.items ?? []).map(({ id, reference, title }) => ({
        to: `/buyer/orders/${id}`,
        label: `${reference} · ${title}`,
        kind: t('orders'),
      })),
      ...(cooperatives.data?.items ?? []).map(({ id, name }) => ({
        to: `/buyer/cooperatives/${id}`,
        label: name,
        kind: t('cooperatives'),
      })),
    ],
    looking: requests.isFetching || orders.isFetching || cooperatives.isFetching,
  };
}
