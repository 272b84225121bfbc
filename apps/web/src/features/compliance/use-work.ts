import { useQueries } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Schemas } from '@/api/client';
import { useSession } from '@/api/session';
import type { ReviewRow } from './review-columns';
import type { ReviewState } from './searches';

/** More than these at once is looked at in the queue. */
const most = 25;
/** Certificates that end within so many days belong to the work list. */
const soonDays = 60;

function useOpen(state: ReviewState) {
  return api.useQuery('get', '/v1/compliance/certificates', { params: { query: { state, limit: most } } });
}

function useDetails(rows: readonly ReviewRow[] | undefined): (Schemas['ReviewView'] | undefined)[] {
  return useQueries({
    queries: (rows ?? []).map((row) =>
      api.queryOptions('get', '/v1/compliance/certificates/{id}', { params: { path: { id: row.id } } }),
    ),
    combine: (results) => results.map((result) => result.data),
  });
}

/** What waits for whoever is signed in, sorted by what they are to do next. */
export function useWork() {
  const me = useSession().person.id;
  const proposed = useOpen('proposed');
  const inReview = useOpen('in_review');
  const submitted = useOpen('submitted');
  const to = new Date(Date.now() + soonDays * 86_400_000).toISOString().slice(0, 10);
  const expiring = api.useQuery('get', '/v1/compliance/expiries', { params: { query: { to, limit: 8 } } });
  const proposals = useDetails(proposed.data?.items);
  const reviews = useDetails(inReview.data?.items);
  const lists = [proposed, inReview, submitted, expiring];
  const known = (one: Schemas['ReviewView'] | undefined): one is Schemas['ReviewView'] => one !== undefined;
  const mine = (one: Schemas['ReviewView']): boolean => one.mayJudge && one.proposedBy?.id !== me;
  return {
    isPending: lists.some((list) => list.isPending),
    error: lists.find((list) => list.isError)?.error ?? null,
    retry: () => lists.forEach((list) => void list.refetch()),
    toConfirm: proposals.filter(known).filter(mine),
    answered: reviews.filter(known).filter((one) => one.decisions.at(-1)?.act === 'ask_action'),
    toTakeUp: submitted.data?.items ?? [],
    inReview: reviews.filter(known).filter((one) => one.decisions.at(-1)?.act !== 'ask_action'),
    /** Proposals that someone else has to confirm. */
    withOthers: proposals.filter(known).filter((one) => !mine(one)),
    expiring: expiring.data?.items ?? [],
  };
}
