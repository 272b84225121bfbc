import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { Money } from '@/ui/figures';
import { RowsSkeleton } from '@/ui/list';
import { ProblemNotice } from '@/ui/problem-notice';
import styles from './quote.module.css';

/** Every revision of a quote, newest first. */
export default function Revisions({ requestId }: { requestId: string }) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const revisions = api.useQuery('get', '/v1/cooperative/requests/{requestId}/quote/revisions', {
    params: { path: { requestId } },
  });
  if (revisions.isPending) {
    return <RowsSkeleton rows={2} />;
  }
  if (revisions.isError) {
    return <ProblemNotice error={revisions.error} onRetry={() => void revisions.refetch()} />;
  }
  return (
    <ol className={styles.revisions}>
      {revisions.data.items.map((one) => (
        <li key={one.revision}>
          <span>
            <strong>{t('revision', { number: one.revision })}</strong>
            <br />
            {one.submittedAt
              ? t('sentOn', { when: format.moment(one.submittedAt) })
              : t('revisionDraft')} · {t('lineCount', { count: one.lineCount })}
          </span>
          <Money amount={one.total} currency={one.currency} />
        </li>
      ))}
    </ol>
  );
}
