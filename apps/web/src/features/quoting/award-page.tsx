import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { awardById } from './award/award-queries';
import { AwardReading } from './award/award-reading';
import styles from './award/award-reading.module.css';

/** One award with what was decided about it. */
export default function AwardPage() {
  const { t } = useTranslation('trade');
  const shared = useTranslation('shared').t;
  const { awardId } = useParams({ from: '/signed-in/buyer/awards/$awardId' });
  const query = useQuery(awardById(awardId));
  const award = query.data;
  return (
    <Page
      title={award?.requestTitle ?? t('award')}
      back={{ to: '/buyer/awards', label: shared('awards') }}
      beside={award && <State kind="award" state={award.state} />}
      lead={
        award && (
          <>
            {t('awardOf')}{' '}
            <Link
              to="/buyer/requests/$requestId"
              params={{ requestId: award.requestId }}
              className={styles.link}
            >
              {award.requestReference}
            </Link>
          </>
        )
      }
    >
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : award ? (
        <AwardReading award={award} />
      ) : (
        <Panel padded={false}>
          <RowsSkeleton />
        </Panel>
      )}
    </Page>
  );
}
