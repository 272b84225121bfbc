import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '@/api/client';
import { say } from '@/ui/toast';

type Order = Schemas['OrderView'];

/** Shows an order as it was answered, and has the lists read again. */
export function useAnswered(): (order: Order) => void {
  const queries = useQueryClient();
  return (order) => {
    queries.setQueryData(
      ['get', '/v1/cooperative/orders/{id}', { params: { path: { id: order.id } } }],
      order,
    );
    void queries.invalidateQueries({ queryKey: ['get', '/v1/cooperative/orders'] });
    void queries.invalidateQueries({ queryKey: ['get', '/v1/cooperative/work'] });
  };
}

/** Says yes to an order. */
export function useAcceptance(order: Order | undefined) {
  const { t } = useTranslation('cooperative');
  const answered = useAnswered();
  const acceptance = api.useMutation('post', '/v1/cooperative/orders/{id}/acceptance', {
    onSuccess: (changed) => {
      answered(changed);
      say(t('orderAccepted'));
    },
  });
  return {
    ...acceptance,
    accept: (): void => {
      if (order) {
        acceptance.mutate({ params: { path: { id: order.id } }, headers: ifMatch(order.version) });
      }
    },
  };
}
