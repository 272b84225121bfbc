import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useMay } from '@/api/session';
import { RowsSkeleton } from '@/ui/list';
import { Panel } from '@/ui/page';
import { AccountPage } from './account-page';
import { AccountProblem } from './account-problem';
import { OrganisationForm } from './organisation-form';
import { SecondFactorRule } from './security/second-factor-rule';

/** Name and address of the organisation, as papers print them, and its approval limit. */
export default function OrganisationPage() {
  const { t } = useTranslation('account');
  const may = useMay('organisation.write');
  const found = api.useQuery('get', '/v1/account/organisation');
  return (
    <AccountPage title={t('organisation')} lead={may ? t('organisationLead') : t('organisationReadOnly')}>
      <Panel>
        {found.data ? (
          <OrganisationForm organisation={found.data} editable={may} />
        ) : found.error ? (
          <AccountProblem error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <RowsSkeleton />
        )}
      </Panel>
      {found.data && may && <SecondFactorRule organisation={found.data} />}
    </AccountPage>
  );
}
