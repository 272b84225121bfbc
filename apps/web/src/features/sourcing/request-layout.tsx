import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Money, Moment } from '@/ui/figures';
import { RowsSkeleton } from '@/ui/list';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { NextStep } from './request/next-step';
import { RequestMenu } from './request/request-menu';
import { requestQuery, type RequestView, useRequestId } from './request/use-request';
import styles from './request-layout.module.css';

/** A request: how it stands, the one next step, and its tabs. */
export default function RequestLayout() {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  const id = useRequestId();
  const query = useQuery(requestQuery(id));
  const back = { to: '/buyer/requests', label: shared('requests') } as const;
  if (!query.data) {
    return (
      <Page title={t('request')} back={back} width="wide">
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <RowsSkeleton />
        )}
      </Page>
    );
  }
  const request = query.data;
  return (
    <Page
      title={request.title}
      back={back}
      width="wide"
      beside={<State kind="request" state={request.state} />}
      lead={<Facts request={request} />}
      actions={
        <>
          <NextStep />
          <RequestMenu />
        </>
      }
    >
      <Tabs request={request} />
      <Suspense fallback={<RowsSkeleton />}>
        <Outlet />
      </Suspense>
    </Page>
  );
}

function Facts({ request }: { request: RequestView }) {
  const { t } = useTranslation('buyer');
  const ended =
    request.state !== 'draft' && request.state !== 'open' && request.state !== 'awaiting_approval';
  return (
    <span className={styles.facts}>
      <span data-figures>{request.reference}</span>
      <span>
        {request.deadline ? (
          <>
            {ended ? t('quotingEnded') : t('quotingEnds')} <Moment at={request.deadline} />
          </>
        ) : (
          t('noDeadline')
        )}
      </span>
      {request.estimate !== null && (
        <span>
          {t('estimate')} <Money amount={request.estimate} currency={request.currency} />
        </span>
      )}
    </span>
  );
}

function Tabs({ request }: { request: RequestView }) {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  const tabs = [
    { to: '/buyer/requests/$requestId', label: t('lines'), count: request.lineCount },
    { to: '/buyer/requests/$requestId/terms', label: t('terms') },
    { to: '/buyer/requests/$requestId/invited', label: t('invited'), count: request.invitedCount },
    { to: '/buyer/requests/$requestId/preview', label: t(request.revision > 0 ? 'asSeen' : 'preview') },
    { to: '/buyer/requests/$requestId/quotes', label: shared('quotes'), count: request.quoteCount },
    { to: '/buyer/requests/$requestId/award', label: t('award') },
    { to: '/buyer/requests/$requestId/history', label: t('history') },
  ] as const;
  const bar = useRef<HTMLElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  useLayoutEffect(() => {
    // On a phone the tabs are wider than the screen. Only the bar is scrolled, never the page.
    const tab = bar.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (bar.current && tab) {
      bar.current.scrollLeft = tab.offsetLeft - (bar.current.clientWidth - tab.offsetWidth) / 2;
    }
  }, [path]);
  return (
    <nav ref={bar} className={styles.tabs} aria-label={t('partsOfRequest')}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          params={{ requestId: request.id }}
          activeOptions={{ exact: true, includeSearch: false }}
          className={styles.tab}
          resetScroll={false}
        >
          {tab.label}
          {'count' in tab && (
            <span className={styles.count} data-figures>
              {tab.count}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
