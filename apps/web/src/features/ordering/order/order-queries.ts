import { queryOptions } from '@tanstack/react-query';
import { api, client, type Schemas } from '@/api/client';

export type Order = Schemas['OrderView'];
export type OrderRow = Schemas['OrderRow'];
export type OrderDocument = Schemas['OrderDocumentView'];

/** The papers of the order as it stands now. */
export function currentDocuments(order: Order): OrderDocument[] {
  return order.documents.filter((document) => document.revision === order.revision);
}

/** An order. While its papers are being made it is read again and again; this is the one place that does so. */
export function orderById(id: string) {
  return {
    ...api.queryOptions('get', '/v1/buyer/orders/{id}', { params: { path: { id } } }),
    refetchInterval: ({ state }: { state: { data?: Order | undefined } }) => {
      const states = state.data ? currentDocuments(state.data).map((one) => one.state) : [];
      // What failed is tried again by itself for a while, but less often.
      return states.includes('pending') ? 1_500 : states.includes('failed') ? 5_000 : (false as const);
    },
  };
}

/** The orders that an award issued. The list knows no filter by request: it is read, newest first, back to the award's day. */
export function ordersOfAward(award: { requestId: string; confirmedAt: string | null }) {
  return queryOptions({
    queryKey: ['get', '/v1/buyer/orders', { ofRequest: award.requestId }],
    queryFn: async (): Promise<OrderRow[]> => {
      const found: OrderRow[] = [];
      let cursor: string | undefined;
      do {
        const { data } = await client.GET('/v1/buyer/orders', {
          params: { query: { limit: 100, ...(cursor && { cursor }) } },
        });
        const items = data?.items ?? [];
        found.push(...items.filter((order) => order.requestId === award.requestId));
        const oldest = items.at(-1)?.issuedAt;
        const past =
          oldest !== undefined && award.confirmedAt !== null && oldest < dayBefore(award.confirmedAt);
        cursor = past ? undefined : (data?.nextCursor ?? undefined);
      } while (cursor);
      return found.sort((one, other) => one.reference.localeCompare(other.reference));
    },
  });
}

function dayBefore(moment: string): string {
  return new Date(new Date(moment).getTime() - 86_400_000).toISOString();
}
