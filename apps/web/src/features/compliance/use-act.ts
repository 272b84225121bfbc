import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client, ifMatch, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';

export type Certificate = Schemas['ReviewView'];

/** What an officer or a lead does with a certificate. */
export type Act =
  | { kind: 'review' }
  | { kind: 'confirmation' }
  | { kind: 'proposal'; proposal: Schemas['NewProposal'] }
  | { kind: ReasonedAct; reason: string };
export type ReasonedAct = 'action-request' | 'return' | 'suspension' | 'reinstatement' | 'withdrawal';

export function certificateQuery(id: string) {
  return api.queryOptions('get', '/v1/compliance/certificates/{id}', { params: { path: { id } } });
}

/** Takes what the api answers for the certificate as it is now; lists are read again. */
export function useTakeCertificate() {
  const queries = useQueryClient();
  return (certificate: Certificate | undefined): void => {
    if (certificate) {
      queries.setQueryData(certificateQuery(certificate.id).queryKey, certificate);
    }
    void queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        queryKey[1] === '/v1/compliance/certificates' || queryKey[1] === '/v1/compliance/expiries',
    });
  };
}

export function useAct(id: string, version: number) {
  const queries = useQueryClient();
  const take = useTakeCertificate();
  return useMutation({
    mutationFn: (act: Act) => send(id, version, act),
    onSuccess: take,
    onError: (error) => {
      if (error instanceof Problem && (error.status === 412 || error.status === 409)) {
        // Someone was faster: what is there now is read, so that the next try is about that.
        void queries.invalidateQueries({ queryKey: certificateQuery(id).queryKey });
      }
    },
  });
}

/** Undo of a proposal: the one who proposed returns it to review. */
export function useTakeBack() {
  const take = useTakeCertificate();
  return useMutation({
    mutationFn: ({ certificate, reason }: { certificate: Certificate; reason: string }) =>
      send(certificate.id, certificate.version, { kind: 'return', reason }),
    onSuccess: take,
  });
}

async function send(id: string, version: number, act: Act): Promise<Certificate | undefined> {
  const init = { params: { path: { id } }, headers: ifMatch(version) };
  switch (act.kind) {
    case 'review':
      return (await client.POST('/v1/compliance/certificates/{id}/review', init)).data;
    case 'confirmation':
      return (await client.POST('/v1/compliance/certificates/{id}/confirmation', init)).data;
    case 'proposal':
      return (await client.POST('/v1/compliance/certificates/{id}/proposal', { ...init, body: act.proposal }))
        .data;
    default: {
      const path = `/v1/compliance/certificates/{id}/${act.kind}` as const;
      return (await client.POST(path, { ...init, body: { reason: act.reason } })).data;
    }
  }
}
