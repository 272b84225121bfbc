import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, ifMatch, type Schemas } from '@/api/client';
import { say } from '@/ui/toast';
import { inTurn } from '../drafting/in-turn';
import { requestQuery, useRefreshRequests, useRequestId } from './use-request';

type RequestView = Schemas['RequestView'];

type Act =
  | { do: 'publish' | 'approve' }
  | { do: 'giveBack' | 'cancel' | 'endWithoutAward'; reason: string }
  | { do: 'extend'; deadline: string };

async function perform(id: string, version: number, act: Act): Promise<RequestView> {
  const init = { params: { path: { id } }, headers: ifMatch(version) };
  const answer = async (call: Promise<{ data?: RequestView }>): Promise<RequestView> =>
    (await call).data as RequestView;
  switch (act.do) {
    case 'publish':
      return answer(client.POST('/v1/buyer/requests/{id}/publication', init));
    case 'approve':
      return answer(client.POST('/v1/buyer/requests/{id}/approval', init));
    case 'giveBack':
      return answer(client.POST('/v1/buyer/requests/{id}/return', { ...init, body: { reason: act.reason } }));
    case 'cancel':
      return answer(
        client.POST('/v1/buyer/requests/{id}/cancellation', { ...init, body: { reason: act.reason } }),
      );
    case 'endWithoutAward':
      return answer(
        client.POST('/v1/buyer/requests/{id}/unaward', { ...init, body: { reason: act.reason } }),
      );
    case 'extend':
      return answer(
        client.POST('/v1/buyer/requests/{id}/deadline-extension', {
          ...init,
          body: { deadline: act.deadline },
        }),
      );
  }
}

/** One step of the open request. After what is still being saved, and on the version that this made. */
export function useAct() {
  const { t } = useTranslation('buyer');
  const id = useRequestId();
  const queries = useQueryClient();
  const refresh = useRefreshRequests();
  return useMutation({
    mutationFn: (act: Act) =>
      inTurn(id, async () => {
        const { version } = await queries.ensureQueryData(requestQuery(id));
        return perform(id, version, act);
      }),
    onSuccess: (view, act) => {
      queries.setQueryData(requestQuery(id).queryKey, view);
      say(
        act.do === 'publish'
          ? t(view.state === 'open' ? 'said_published' : 'said_asked')
          : t(`said_${act.do}`),
      );
    },
    // Also after a refusal: what is shown may be what was refused.
    onSettled: () => refresh(),
  });
}
