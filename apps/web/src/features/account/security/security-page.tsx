import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { doorOf, needsSecondFactor, useSession } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { LinkButton } from '@/ui/link-button';
import { AccountPage } from '../account-page';
import { PasswordPanel } from '../password-panel';
import { FactorsPanel } from './factors-panel';

/** How one proves who one is. */
export default function SecurityPage() {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const session = useSession();
  const asking = session.organisations.filter((one) => one.needsSecondFactor).map(({ name }) => name);
  return (
    <AccountPage
      title={t('security')}
      lead={t('securityLead')}
      actions={
        !needsSecondFactor(session) &&
        session.organisation && (
          <LinkButton variant="default" to={doorOf(session)}>
            {shared('toWork')}
          </LinkButton>
        )
      }
    >
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
