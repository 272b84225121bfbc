import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import { useMay, useSession } from '@/api/session';
import { subscribe, unsent } from '@/offline/quote-shelf';
import { isCooperativeWork } from './work-card';

const ninetyDays = 90 * 86_400_000;

/** What waits for whoever is signed in, what they won lately, and what only this device has. */
export function useWork() {
  const { person, organisation } = useSession();
  const owner = `${person.id}.${organisation?.id ?? ''}`;
  const quotes = useMay('quotes.read');
  const work = api.useQuery('get', '/v1/cooperative/work');
  const inbox = api.useQuery('get', '/v1/cooperative/requests', {
    params: { query: { state: 'open', limit: 100 } },
  });
  const won = api.useQuery(
    'get',
    '/v1/cooperative/quotes',
    { params: { query: { limit: 25 } } },
    { enabled: quotes },
  );
  const queries = useQueryClient();
  const here = useQuery({ queryKey: ['unsent', owner], queryFn: () => unsent(owner), staleTime: 0 });
  // What is sent meanwhile is no longer here alone.
  useEffect(
    () => subscribe(() => void queries.invalidateQueries({ queryKey: ['unsent', owner] })),
    [queries, owner],
  );
  const lines = new Map(inbox.data?.items.map(({ id, lineCount }) => [id, lineCount]));
  const listed = new Set(work.data?.items.map(({ id }) => id));
  const onlyHere = (here.data ?? [])
    .map(({ quote }) => quote)
    .filter((quote) => quote.wantsSending || !listed.has(quote.requestId));
  const shown = new Set(onlyHere.map(({ requestId }) => requestId));
  return {
    work,
    waiting: (work.data?.items ?? []).filter(isCooperativeWork).filter(({ id }) => !shown.has(id)),
    lineCount: (requestId: string) => lines.get(requestId),
    won: (won.data?.items ?? []).filter(
      ({ state, deadline }) =>
        (state === 'awarded' || state === 'partly_awarded') &&
        deadline !== null &&
        Date.now() - new Date(deadline).getTime() < ninetyDays,
    ),
    onlyHere,
  };
}
