import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, type Schemas } from '@/api/client';

export type RequestView = Schemas['RequestView'];
export type RequestState = RequestView['state'];

export const requestStates = [
  'draft',
  'awaiting_approval',
  'open',
  'closed',
  'awarded',
  'unawarded',
  'cancelled',
] as const;

const route = getRouteApi('/signed-in/buyer/requests/$requestId');

export const requestQuery = (id: string) =>
  api.queryOptions('get', '/v1/buyer/requests/{id}', { params: { path: { id } } });

export const linesQuery = (id: string) =>
  api.queryOptions('get', '/v1/buyer/requests/{id}/lines', {
    params: { path: { id }, query: { limit: 2000 } },
  });

export const invitedQuery = (id: string) =>
  api.queryOptions('get', '/v1/buyer/requests/{id}/invitations', { params: { path: { id } } });

export function useRequestId(): string {
  return route.useParams().requestId;
}

/** The request whose tabs are open. Its layout shows what is wrong when it cannot be read. */
export function useRequest(): RequestView {
  return useSuspenseQuery(requestQuery(useRequestId())).data;
}

/** Reads again whatever shows requests. */
export function useRefreshRequests(): () => Promise<void> {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        typeof queryKey[1] === 'string' && queryKey[1].startsWith('/v1/buyer/requests'),
    });
}
