import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EntryShell } from '@/app/entry-shell';
import { api } from '@/api/client';
import { Problem } from '@/api/problem';
import { useFormat } from '@/i18n/format';
import { LinkButton } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { AccountProblem } from './account-problem';
import { InvitationForm } from './invitation-form';

/** What the holder of an invitation is invited to, and how to take it up. */
export default function InvitationPage() {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const navigate = useNavigate();
  const { token } = useParams({ from: '/invitation/$token' });
  const found = api.useQuery('get', '/v1/public/invitations/{token}', { params: { path: { token } } });
  if (found.data) {
    const { organisation, roles, expiresAt } = found.data;
    return (
      <EntryShell
        title={t('joinTitle', { organisation })}
        lead={t('joinLead', {
          roles: format.list(roles.map((role) => t(`role_${role}`))),
          until: format.moment(expiresAt),
        })}
      >
        <InvitationForm
          token={token}
          invitation={found.data}
          onJoined={() => void navigate({ to: '/start' })}
        />
      </EntryShell>
    );
  }
  if (found.error instanceof Problem && found.error.status === 404) {
    return (
      <EntryShell title={t('invitationInvalid')} lead={t('invitationInvalidHint')}>
        <LinkButton to="/sign-in" search={{}} variant="default">
          {shared('signIn')}
        </LinkButton>
      </EntryShell>
    );
  }
  return (
    <EntryShell title={t('invitation')}>
      {found.error ? (
        <AccountProblem error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <RowsSkeleton rows={4} />
      )}
    </EntryShell>
  );
}
