import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountPage } from './account-page';
import { AuditLog } from './audit-log';

/** Every change of state that was made for the organisation. */
export default function AuditLogPage() {
  const { t } = useTranslation('shared');
  const search = useSearch({ from: '/signed-in/account/audit-log' });
  const navigate = useNavigate();
  return (
    <AccountPage title={t('auditLog')}>
      <AuditLog
        search={search}
        onSearch={(next) => void navigate({ to: '/account/audit-log', search: next, replace: true })}
      />
    </AccountPage>
  );
}
