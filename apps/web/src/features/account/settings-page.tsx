import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { AccountPage } from './account-page';
import { AppearancePanel } from './appearance-panel';
import { OrganisationSwitch } from './organisation-switch';
import { ProfilePanel } from './profile-panel';
import { SessionsPanel } from './sessions-panel';

/** Oneself: who one is, how the portal looks, where one is signed in, and the way out. */
export default function SettingsPage() {
  const { t } = useTranslation('shared');
  const { person } = useSession();
  return (
    <AccountPage first title={t('accountSettings')} lead={person.email}>
      <OrganisationSwitch />
      <ProfilePanel />
      <AppearancePanel />
      <SessionsPanel />
    </AccountPage>
  );
}
