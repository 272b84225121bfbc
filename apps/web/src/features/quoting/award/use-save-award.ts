import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, ifMatch, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { cellKey } from '../comparison/compared';
import { awardById, useRemember } from './award-queries';
import type { Award } from './plan';

type Allocation = Schemas['AllocationInput'];

interface Saving {
  allocations: Allocation[];
  reason: string;
  /** Over what someone else has saved meanwhile. */
  over?: boolean;
}

/** Saves the draft, or makes it the first time. */
export function useSaveAward(
  requestId: string,
  saved: Award | null,
  draft: { version: number | null; settle: (award: Award) => void },
) {
  const queries = useQueryClient();
  const remembered = useRemember();
  return useMutation({
    mutationFn: async ({ allocations, reason, over }: Saving): Promise<Award> => {
      const body = { allocations, reason: reason.trim() || null };
      if (!saved) {
        const { data } = await client.POST('/v1/buyer/requests/{requestId}/awards', {
          params: { path: { requestId } },
          body,
        });
        return data as Award;
      }
      const { id } = saved;
      const newest = over ? await queries.fetchQuery({ ...awardById(id), staleTime: 0 }) : null;
      const { data } = await client.PUT('/v1/buyer/awards/{id}', {
        params: { path: { id } },
        headers: ifMatch(newest?.version ?? draft.version ?? saved.version),
        body,
      });
      return data as Award;
    },
    onSuccess: (award) => {
      draft.settle(award);
      return remembered.award(award);
    },
    // What someone else has saved is read, and shown beside what was typed.
    onError: (error) => (isConflict(error) ? remembered.issued() : undefined),
  });
}

/** The server's reasons by cell: its pointers count the allocations as they were sent. */
export function refusalsByCell(
  error: unknown,
  sent: readonly Pick<Allocation, 'requestLineId' | 'quoteId'>[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const field of error instanceof Problem ? error.fields : []) {
    const index = /^\/allocations\/(\d+)(?:\/|$)/.exec(field.pointer)?.[1];
    const allocation = index === undefined ? undefined : sent[Number(index)];
    if (allocation) {
      const key = cellKey(allocation.requestLineId, allocation.quoteId);
      found.set(key, [...(found.get(key) ?? []), field.detail]);
    }
  }
  return found;
}

/** Whether someone else has changed or begun this award meanwhile. */
export function isConflict(error: unknown): boolean {
  return error instanceof Problem && ['version_conflict', 'award_in_progress'].includes(error.code);
}
