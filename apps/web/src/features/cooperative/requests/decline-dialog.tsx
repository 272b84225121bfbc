import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { say } from '@/ui/toast';
import { ReasonDialog } from '../parts/reason-dialog';
import { requestQuery } from '../quote/queries';

/** Says that this cooperative will not quote; a quote can still be begun until the deadline. */
export function DeclineDialog(props: { request: Schemas['InvitedRequestView']; onClose: () => void }) {
  const { t } = useTranslation('cooperative');
  const queries = useQueryClient();
  const { id, retailer } = props.request;
  const decline = api.useMutation('post', '/v1/cooperative/requests/{id}/decline', {
    onSuccess: (changed) => {
      queries.setQueryData(requestQuery(id).queryKey, changed);
      void queries.invalidateQueries({ queryKey: ['get', '/v1/cooperative/work'] });
      void queries.invalidateQueries({ queryKey: ['get', '/v1/cooperative/requests'] });
      say(t('declined', { who: retailer.name }));
      props.onClose();
    },
  });
  return (
    <ReasonDialog
      about={`decline ${id}`}
      title={t('declineTitle')}
      words={t('declineWords', { who: retailer.name })}
      label={t('declineReason')}
      confirm={t('decline')}
      maxLength={2000}
      pending={decline.isPending}
      error={decline.error}
      onConfirm={(reason) => decline.mutate({ params: { path: { id } }, body: { reason } })}
      onClose={props.onClose}
    />
  );
}
