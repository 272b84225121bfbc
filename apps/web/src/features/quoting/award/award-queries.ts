import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/api/client';
import type { Award } from './plan';

export function awardsOfRequest(requestId: string) {
  return api.queryOptions('get', '/v1/buyer/requests/{requestId}/awards', {
    params: { path: { requestId }, query: { limit: 100 } },
  });
}

export function awardById(id: string) {
  return api.queryOptions('get', '/v1/buyer/awards/{id}', { params: { path: { id } } });
}

/** Puts an answer where the screens read it, and lets everything that may have changed with it be read again. */
export async function remember(queries: QueryClient, award: Award): Promise<void> {
  queries.setQueryData(awardById(award.id).queryKey, award);
  await queries.invalidateQueries({
    predicate: ({ queryKey }) =>
      String(queryKey[1]).startsWith('/v1/buyer/') && queryKey[1] !== '/v1/buyer/awards/{id}',
  });
}

/** After orders were issued: requests, quotes, awards and orders have all moved on. */
export async function forgetBuying(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/v1/buyer/'),
  });
}

export function useRemember(): { award: (award: Award) => Promise<void>; issued: () => Promise<void> } {
  const queries = useQueryClient();
  return useMemo(
    () => ({ award: (award: Award) => remember(queries, award), issued: () => forgetBuying(queries) }),
    [queries],
  );
}
