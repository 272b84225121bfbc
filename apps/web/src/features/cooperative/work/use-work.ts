import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useMay, useSession } from '@/api/session';
import { unsent } from '@/offline/quote-shelf';

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
  const here = useQuery({ queryKey: ['unsent', owner], queryFn: () => unsent(owner), staleTime: 0 });
  const lines = new Map(inbox.data?.items.map(({ id, lineCount }) => [id, lineCount]));
  const listed = new Set(work.data?.items.map(({ id }) => id));
  return {
    work,
    lineCount: (requestId: string) => lines.get(requestId),
    won: (won.data?.items ?? []).filter(
      ({ state, deadline }) =>
        (state === 'awarded' || state === 'partly_awarded') &&
        deadline !== null &&
        Date.now() - new Date(deadline).getTime() < ninetyDays,
    ),
    onlyHere: (here.data ?? []).map(({ quote }) => quote).filter((quote) => !listed.has(quote.requestId)),
  };
}
