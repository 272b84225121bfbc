import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '@/api/client';
import { say } from '@/ui/toast';
import { invitedQuery, useRefreshRequests, useRequestId } from '../request/use-request';

type List = Schemas['RequestInvitationList'];
type Row = Schemas['RequestInvitationRow'];

/** Who is invited, inviting more, and taking back while nobody has seen it. Shown at once; the server follows. */
export function useInvitations() {
  const { t } = useTranslation('buyer');
  const id = useRequestId();
  const queries = useQueryClient();
  const refresh = useRefreshRequests();
  const { queryKey } = invitedQuery(id);
  const { data } = useSuspenseQuery(invitedQuery(id));
  const put = (list: List | undefined): void => {
    if (list) {
      queries.setQueryData(queryKey, list);
    }
  };
  const invite = useMutation({
    mutationFn: async (cooperativeIds: string[]) => {
      const { data: list } = await client.POST('/v1/buyer/requests/{id}/invitations', {
        params: { path: { id } },
        body: { cooperativeIds },
      });
      return list;
    },
    onSuccess: put,
    onSettled: () => refresh(),
  });
  const takeBack = useMutation({
    mutationFn: (row: Row) =>
      client.DELETE('/v1/buyer/requests/{id}/invitations/{cooperativeId}', {
        params: { path: { id, cooperativeId: row.cooperativeId } },
      }),
    onMutate: (row) => {
      put({ ...data, items: data.items.filter((one) => one.cooperativeId !== row.cooperativeId) });
    },
    onSuccess: (_, row) => say(t('tookBack', { name: row.name }), () => invite.mutate([row.cooperativeId])),
    onSettled: () => refresh(),
  });
  return { rows: data.items, invite, takeBack };
}
