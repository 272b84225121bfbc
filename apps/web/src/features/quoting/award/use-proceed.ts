import { useMutation } from '@tanstack/react-query';
import { client, ifMatch, type Schemas } from '@/api/client';
import { useRemember } from './award-queries';
import type { Award } from './plan';

/** What can be done with a saved award. */
export function useProceed(award: Pick<Award, 'id' | 'version'>) {
  const remember = useRemember();
  const at = { params: { path: { id: award.id } }, headers: ifMatch(award.version) };
  return {
    submit: useMutation({
      mutationFn: async () => {
        const { data } = await client.POST('/v1/buyer/awards/{id}/submission', at);
        return data as Award;
      },
      onSuccess: remember.award,
    }),
    confirm: useMutation({
      mutationFn: async () => {
        const { data } = await client.POST('/v1/buyer/awards/{id}/confirmation', at);
        return data as Schemas['OrdersIssued'];
      },
      onSuccess: remember.issued,
    }),
    approve: useMutation({
      mutationFn: async () => {
        const { data } = await client.POST('/v1/buyer/awards/{id}/approval', at);
        return data as Schemas['OrdersIssued'];
      },
      onSuccess: remember.issued,
    }),
    reject: useMutation({
      mutationFn: async (reason: string) => {
        const { data } = await client.POST('/v1/buyer/awards/{id}/rejection', { ...at, body: { reason } });
        return data as Award;
      },
      onSuccess: remember.award,
    }),
  };
}
