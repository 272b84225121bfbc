import { Button } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { RowsSkeleton } from '@/ui/list';
import { Panel } from '@/ui/page';
import { Tag } from '@/ui/state';
import { say } from '@/ui/toast';
import { AccountProblem } from './account-problem';
import { useSignOut } from './session-changes';
import styles from './settings.module.css';
import { deviceOf } from './device';

const sessionsKey = ['get', '/v1/account/sessions'];

/** Where one is signed in, and the ways out: here, there, everywhere else. */
export function SessionsPanel() {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const sessions = api.useQuery('get', '/v1/account/sessions');
  const refresh = (): void => void queries.invalidateQueries({ queryKey: sessionsKey });
  const end = api.useMutation('delete', '/v1/account/sessions/{id}', {
    onSuccess: () => say(t('endedOne')),
    onSettled: refresh,
  });
  const endOthers = api.useMutation('delete', '/v1/account/sessions', {
    onSuccess: () => say(t('endedOthers')),
    onSettled: refresh,
  });
  const signOut = useSignOut();
  const items = [...(sessions.data?.items ?? [])].sort(
    (left, right) => Number(right.current) - Number(left.current),
  );
  const error = sessions.error ?? end.error ?? endOthers.error;
  return (
    <Panel
      title={t('sessions')}
      padded={false}
      actions={
        items.length > 1 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate({})}
          >
            {t('endOthers')}
          </Button>
        )
      }
    >
      {sessions.isPending && <RowsSkeleton rows={2} />}
      {error && <AccountProblem error={error} onRetry={refresh} />}
      <ul className={styles.rows}>
        {items.map((session) => {
          const device = deviceOf(session.userAgent);
          const name = device ?? t('unknownDevice');
          return (
            <li key={session.id} className={styles.row}>
              <div className={styles.grow}>
                <div className={styles.name}>
                  {name} {session.current && <Tag tone="done">{t('here')}</Tag>}
                </div>
                <div className={styles.soft} title={format.moment(session.lastSeenAt)}>
                  {[session.address, t('lastSeen', { when: format.relative(session.lastSeenAt) })]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
              {session.current ? (
                <Button
                  variant="default"
                  leftSection={<IconLogout size={16} stroke={1.6} aria-hidden />}
                  loading={signOut.isPending}
                  onClick={() => signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/' }) })}
                >
                  {shared('signOut')}
                </Button>
              ) : (
                <Button
                  variant="default"
                  aria-label={t('endOne', { device: name })}
                  onClick={() => end.mutate({ params: { path: { id: session.id } } })}
                >
                  {shared('signOut')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
