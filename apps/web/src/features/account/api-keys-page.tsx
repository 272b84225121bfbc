import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { actionButton } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { Panel } from '@/ui/page';
import { Tag } from '@/ui/state';
import { say } from '@/ui/toast';
import { AccountPage } from './account-page';
import { AccountProblem } from './account-problem';
import { ApiKeyDialog } from './api-key-dialog';
import styles from './settings.module.css';

/** Keys with which programs act for the organisation. */
export default function ApiKeysPage() {
  const { t } = useTranslation('account');
  const [making, setMaking] = useState(false);
  const keys = api.useQuery('get', '/v1/account/api-keys');
  const items = [...(keys.data?.items ?? [])].sort(
    (left, right) => Number(isOver(left)) - Number(isOver(right)),
  );
  return (
    <AccountPage
      title={t('apiKeys')}
      lead={t('apiKeysLead')}
      actions={
        <Button {...actionButton} onClick={() => setMaking(true)}>
          {t('makeKey')}
        </Button>
      }
    >
      <Panel padded={false}>
        {keys.isPending && <RowsSkeleton rows={3} height={32} />}
        {keys.isError && <AccountProblem error={keys.error} onRetry={() => void keys.refetch()} />}
        {keys.data && items.length === 0 && (
          <Empty drawing="thread" title={t('noKeys')}>
            {t('noKeysHint')}
          </Empty>
        )}
        <ul className={styles.rows}>
          {items.map((key) => (
            <KeyRow key={key.id} apiKey={key} />
          ))}
        </ul>
      </Panel>
      {making && <ApiKeyDialog onClose={() => setMaking(false)} />}
    </AccountPage>
  );
}

function isOver(key: Schemas['ApiKeyRow']): boolean {
  return key.revokedAt !== null || Date.parse(key.expiresAt) < Date.now();
}

/** Ended at once and for good, so it is asked twice. */
function KeyRow({ apiKey }: { apiKey: Schemas['ApiKeyRow'] }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const revoke = api.useMutation('delete', '/v1/account/api-keys/{id}', {
    onSuccess: () => {
      say(t('keyRevoked', { name: apiKey.name }));
      void queries.invalidateQueries({ queryKey: ['get', '/v1/account/api-keys'] });
    },
  });
  const over = isOver(apiKey);
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <div className={styles.name}>
          {apiKey.name} <code className={styles.soft}>{apiKey.prefix}…</code>
        </div>
        <div className={styles.soft}>
          {[
            t('keyMade', { when: format.relative(apiKey.createdAt) }),
            apiKey.lastUsedAt ? t('keyUsed', { when: format.relative(apiKey.lastUsedAt) }) : t('keyUnused'),
          ].join(' · ')}
        </div>
        <div className={styles.soft}>{apiKey.scopes.join(', ')}</div>
        {revoke.isError && <AccountProblem error={revoke.error} />}
      </div>
      {apiKey.revokedAt ? (
        <Tag tone="wrong">{t('keyEnded')}</Tag>
      ) : (
        <Tag tone={over ? 'wrong' : 'done'}>
          {t(over ? 'keyOver' : 'ends', { when: format.relative(apiKey.expiresAt) })}
        </Tag>
      )}
      {!over &&
        (asked ? (
          <Group gap={6}>
            <Button size="xs" variant="default" onClick={() => setAsked(false)}>
              {shared('cancel')}
            </Button>
            <Button
              size="xs"
              color="madder.6"
              autoFocus
              loading={revoke.isPending}
              onClick={() => revoke.mutate({ params: { path: { id: apiKey.id } } })}
            >
              {t('revokeForGood')}
            </Button>
          </Group>
        ) : (
          <Button
            size="xs"
            variant="default"
            aria-label={t('revokeNamed', { name: apiKey.name })}
            onClick={() => setAsked(true)}
          >
            {t('revoke')}
          </Button>
        ))}
    </li>
  );
}
