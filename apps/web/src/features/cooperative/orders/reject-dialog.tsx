import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '@/api/client';
import { say } from '@/ui/toast';
import { ReasonDialog } from '../parts/reason-dialog';
import { useAnswered } from './use-acceptance';

/** Says no to a whole order. */
export function RejectDialog(props: { order: Schemas['OrderView']; onClose: () => void }) {
  const { t } = useTranslation('cooperative');
  const answered = useAnswered();
  const { id, buyer, version } = props.order;
  const reject = api.useMutation('post', '/v1/cooperative/orders/{id}/rejection', {
    onSuccess: (changed) => {
      answered(changed);
      say(t('orderRejected'));
      props.onClose();
    },
  });
  return (
    <ReasonDialog
      about={`reject ${id}`}
      title={t('rejectTitle')}
      words={t('rejectWords', { who: buyer.name })}
      label={t('rejectReason')}
      confirm={t('reject')}
      maxLength={1000}
      pending={reject.isPending}
      error={reject.error}
      onConfirm={(reason) =>
        reject.mutate({ params: { path: { id } }, body: { reason }, headers: ifMatch(version) })
      }
      onClose={props.onClose}
    />
  );
}
