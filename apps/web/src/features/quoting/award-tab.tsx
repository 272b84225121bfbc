import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useMay } from '@/api/session';
import { Moment } from '@/ui/figures';
import { Empty } from '@/ui/empty';
import { RowsSkeleton } from '@/ui/list';
import { LinkButton } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { AwardEditor } from './award/award-editor';
import { awardById, awardsOfRequest } from './award/award-queries';
import { AwardReading } from './award/award-reading';
import { RejectedBefore } from './award/rejected-before';

/** The award of a request: what is planned, what waits for approval, what was confirmed. */
export default function AwardTab() {
  const { t } = useTranslation('trade');
  const { requestId } = useParams({ from: '/signed-in/buyer/requests/$requestId/award' });
  const mayWrite = useMay('awards.write');
  const request = api.useQuery('get', '/v1/buyer/requests/{id}', { params: { path: { id: requestId } } });
  const comparison = api.useQuery('get', '/v1/buyer/requests/{id}/comparison', {
    params: { path: { id: requestId } },
  });
  const awards = useQuery(awardsOfRequest(requestId));
  const current = awards.data?.items.find((award) => award.state !== 'rejected');
  const award = useQuery({ ...awardById(current?.id ?? ''), enabled: current !== undefined });

  const failed = [request, comparison, awards, award].find((query) => query.isError);
  if (failed) {
    return <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (!request.data || !comparison.data || !awards.data || (current && !award.data)) {
    return (
      <Panel padded={false}>
        <RowsSkeleton rows={10} />
      </Panel>
    );
  }
  const saved = award.data ?? null;
  if (saved && (saved.state !== 'draft' || !mayWrite)) {
    return <AwardReading award={saved} />;
  }
  const { state, deadline } = request.data;
  if (state !== 'closed') {
    return (
      <Panel>
        <Empty
          drawing="thread"
          title={t(state === 'open' ? 'awardLater' : 'noAwardHere')}
          action={
            state === 'open' && (
              <LinkButton to="/buyer/requests/$requestId/quotes" params={{ requestId }} variant="default">
                {t('seeQuotes')}
              </LinkButton>
            )
          }
        >
          {state === 'open' && deadline ? (
            <>
              {t('awardLaterHint')} <Moment at={deadline} exact />
            </>
          ) : (
            t('noAwardHereHint')
          )}
        </Empty>
      </Panel>
    );
  }
  if (comparison.data.cooperatives.length === 0) {
    return (
      <Panel>
        <Empty drawing="loom" title={t('nothingToAward')}>
          {t('noQuotesHint')}
        </Empty>
      </Panel>
    );
  }
  const rejected = awards.data.items.find((one) => one.state === 'rejected');
  if (!mayWrite) {
    return (
      <Panel>
        <Empty drawing="thread" title={t('noAwardYet')}>
          {t('noAwardYetHint')}
        </Empty>
      </Panel>
    );
  }
  return (
    <>
      {rejected && !saved && <RejectedBefore awardId={rejected.id} />}
      <AwardEditor key={requestId} comparison={comparison.data} request={request.data} saved={saved} />
    </>
  );
}
