import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import { Tag } from '@/ui/state';
import { AccountProblem } from './account-problem';
import styles from './audit-log.module.css';

/** Whether the chain of entries is whole, recomputed when it is asked. */
export function AuditChain() {
  const { t } = useTranslation('account');
  const format = useFormat();
  const chain = api.useQuery('get', '/v1/account/audit-log/verification', {}, { staleTime: 0, gcTime: 0 });
  return (
    <Panel>
      <div className={styles.chain} aria-live="polite">
        <div className={styles.grow}>
          {chain.data ? (
            <>
              <div className={styles.verdict}>
                <Tag tone={chain.data.whole ? 'done' : 'wrong'}>
                  {chain.data.whole ? t('chainWhole') : t('chainBroken')}
                </Tag>{' '}
                {chain.data.whole
                  ? t('chainWholeWords', { count: chain.data.entries })
                  : t('chainBrokenWords', { number: format.number(chain.data.brokenAt ?? 0) })}
              </div>
              {chain.data.head && (
                <p className={styles.soft}>
                  {t('chainHead')} <code className={styles.head}>{chain.data.head}</code>
                </p>
              )}
            </>
          ) : chain.error ? (
            <AccountProblem error={chain.error} />
          ) : (
            t('chainChecking')
          )}
        </div>
        <Button variant="default" loading={chain.isFetching} onClick={() => void chain.refetch()}>
          {t('chainAgain')}
        </Button>
      </div>
    </Panel>
  );
}
