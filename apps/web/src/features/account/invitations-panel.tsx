import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useMay } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import { Tag } from '@/ui/state';
import { AccountProblem } from './account-problem';
import styles from './settings.module.css';
import { useUndoable } from './use-undoable';

const invitationsKey = ['get', '/v1/account/invitations'];

/** Who was invited and has not answered. */
export function InvitationsPanel() {
  const { t } = useTranslation('account');
  const format = useFormat();
  const may = useMay('members.write');
  const queries = useQueryClient();
  const invitations = api.useQuery('get', '/v1/account/invitations');
  const revoke = api.useMutation('delete', '/v1/account/invitations/{id}', {
    onSuccess: () => void queries.invalidateQueries({ queryKey: invitationsKey }),
    onError: (_, { params }) => undoable.stay(params.path.id),
  });
  const undoable = useUndoable((id) => revoke.mutate({ params: { path: { id } }, keepalive: true }));
  const open = (invitations.data?.items ?? []).filter(
    ({ id, acceptedAt, revokedAt }) => acceptedAt === null && revokedAt === null && !undoable.leaving.has(id),
  );
  return (
    <Panel title={t('invitations')} padded={false}>
      {invitations.isError && (
        <AccountProblem error={invitations.error} onRetry={() => void invitations.refetch()} />
      )}
      {revoke.isError && <AccountProblem error={revoke.error} />}
      {invitations.data && open.length === 0 && (
        <div className={`${styles.row} ${styles.soft}`}>{t('noInvitations')}</div>
      )}
      <ul className={styles.rows}>
        {open.map((invitation) => {
          const over = Date.parse(invitation.expiresAt) < Date.now();
          return (
            <li key={invitation.id} className={styles.row}>
              <div className={styles.grow}>
                <div className={styles.name}>{invitation.email}</div>
                <div className={styles.soft} title={format.moment(invitation.expiresAt)}>
                  {invitation.roles.map((role) => t(`role_${role}`)).join(', ')} ·{' '}
                  {t('invitedWhen', { when: format.relative(invitation.invitedAt) })}
                </div>
              </div>
              <Tag tone={over ? 'wrong' : 'waiting'}>
                {over ? t('invitationOver') : t('ends', { when: format.relative(invitation.expiresAt) })}
              </Tag>
              {may && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('revokeNamed', { name: invitation.email })}
                  onClick={() => undoable.leave(invitation.id, t('revoked', { name: invitation.email }))}
                >
                  {t('revoke')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
