import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AuditLog } from '@/features/account/audit-log';
import { Page } from '@/ui/page';

/** Every change of state that was made for the platform. */
export default function AuditLogPage() {
  const { t } = useTranslation('shared');
  const search = useSearch({ from: '/signed-in/admin/audit-log' });
  const navigate = useNavigate();
  return (
    <Page title={t('auditLog')}>
      <AuditLog
        search={search}
        onSearch={(next) => void navigate({ to: '/admin/audit-log', search: next, replace: true })}
      />
    </Page>
  );
}
