import { queryOptions } from '@tanstack/react-query';
import { client, type Schemas } from '@/api/client';

/** Named by method and address as the generated hooks name theirs, so that the server's events find them. */

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/cooperative/requests/{id}', { params: { path: { id } } }],
    queryFn: async (): Promise<Schemas['InvitedRequestView']> => {
      const { data } = await client.GET('/v1/cooperative/requests/{id}', { params: { path: { id } } });
      return data as Schemas['InvitedRequestView'];
    },
  });

/** All lines at once: a quote is written without a line, too. */
export const linesQuery = (id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/cooperative/requests/{id}/lines', { params: { path: { id } } }],
    queryFn: async (): Promise<Schemas['InvitedLineView'][]> => {
      const { data } = await client.GET('/v1/cooperative/requests/{id}/lines', {
        params: { path: { id }, query: { limit: 2000 } },
      });
      return data?.items ?? [];
    },
  });

/** Null until there is one. */
export const quoteQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['get', '/v1/cooperative/requests/{requestId}/quote', { params: { path: { requestId } } }],
    queryFn: async (): Promise<Schemas['QuoteView'] | null> => {
      const { data } = await client.GET('/v1/cooperative/requests/{requestId}/quote', {
        params: { path: { requestId } },
      });
      return data ?? null;
    },
  });

/** What a new quote is filled from. Without a line it is simply not there. */
export const knownQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['known', requestId],
    staleTime: Infinity,
    retry: false,
    queryFn: async () => {
      const [quotes, products] = await Promise.all([
        client.GET('/v1/cooperative/quotes', { params: { query: { limit: 25 } } }).catch(() => null),
        client.GET('/v1/cooperative/products', { params: { query: { limit: 100 } } }).catch(() => null),
      ]);
      const last = quotes?.data?.items.find((one) => one.submittedAt !== null && one.requestId !== requestId);
      const held = last
        ? await client
            .GET('/v1/cooperative/requests/{requestId}/quote', {
              params: { path: { requestId: last.requestId } },
            })
            .catch(() => null)
        : null;
      return { lastQuote: held?.data?.submitted ?? null, products: products?.data?.items ?? [] };
    },
  });
