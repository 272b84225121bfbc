import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { AccountPage } from '../account-page';
import { PasswordPanel } from '../password-panel';
import { FactorsPanel } from './factors-panel';

/** How one proves who one is. */
export default function SecurityPage() {
  const { t } = useTranslation('account');
  const format = useFormat();
  const { organisations } = useSession();
  const asking = organisations.filter((one) => one.needsSecondFactor).map(({ name }) => name);
  return (
    <AccountPage title={t('security')} lead={t('securityLead')}>
      {asking.length > 0 && (
        <Alert color="weld" variant="light" title={t('factorAsked', { organisations: format.list(asking) })}>
          {t('factorAskedHint')}
        </Alert>
      )}
      <FactorsPanel />
      <PasswordPanel />
    </AccountPage>
  );
}
