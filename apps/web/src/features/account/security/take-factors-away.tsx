import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { say } from '@/ui/toast';
import { AccountProblem } from '../account-problem';
import { AskedTwice } from './asked-twice';

/** For a colleague who lost phone and codes. */
export function TakeFactorsAway({ member }: { member: Schemas['MemberRow'] }) {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const reset = api.useMutation('delete', '/v1/account/members/{id}/factors', {
    onSuccess: () => {
      say(t('factorsTaken', { name: member.name }));
      void queries.invalidateQueries({ queryKey: ['get', '/v1/account/members'] });
    },
  });
  return (
    <>
      <AskedTwice
        label={t('takeFactors')}
        named={t('takeFactorsOf', { name: member.name })}
        sure={t('takeFactorsSure')}
        loading={reset.isPending}
        onSure={() => reset.mutate({ params: { path: { id: member.id } } })}
      />
      {reset.isError && <AccountProblem error={reset.error} />}
    </>
  );
}
