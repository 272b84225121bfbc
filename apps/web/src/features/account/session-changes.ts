import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { closed, sessionQuery } from '@/api/session';

/** Goes on for another of one's organisations. */
export function useSwitchOrganisation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (organisationId: string) => {
      await client.POST('/v1/account/session/organisation', { body: { organisationId } });
    },
    onSuccess: async () => {
      // Everything that was read belongs to the former organisation.
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}

/** Signs out here. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await client.DELETE('/v1/account/session');
    },
    onSettled: () => {
      closed();
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
    },
  });
}
