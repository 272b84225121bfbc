import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { useSending } from '@/offline/sender-context';
import { Empty } from '@/ui/empty';
import { RowsSkeleton } from '@/ui/list';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { Overview } from './quote/overview';
import styles from './quote/quote.module.css';
import { RefusalNotice } from './quote/refusal-notice';
import { SaveStatus } from './quote/save-status';
import { useQuote } from './quote/use-quote';

const loadLine = () => import('./quote/line-form');
const loadSend = () => import('./quote/send-step');
const LineForm = lazy(async () => ({ default: (await loadLine()).LineForm }));
const SendStep = lazy(async () => ({ default: (await loadSend()).SendStep }));
/** The overview has the line to itself first; the next steps are there before a finger is. */
const nextStepsAfterMs = 2_000;

const route = getRouteApi('/signed-in/cooperative/requests/$requestId/quote');

/** Writing a quote: overview, one line at a time, a last look. What is typed is kept at every keystroke. */
export default function QuotePage() {
  const { t } = useTranslation('cooperative');
  const { requestId } = route.useParams();
  const { line, step } = route.useSearch();
  const mayRead = useMay('quotes.read');
  return mayRead ? (
    <Quote requestId={requestId} line={line} step={step} />
  ) : (
    <Page title={t('quoteTitle')}>
      <Empty drawing="paper" title={t('managersOnly')}>
        {t('managersOnlyWords')}
      </Empty>
    </Page>
  );
}

function Quote(props: { requestId: string; line: number | undefined; step: 'send' | undefined }) {
  const { t } = useTranslation('cooperative');
  const { requestId, line, step } = props;
  const { sender } = useSending();
  const { quote, error, retry } = useQuote(requestId);
  useEffect(() => {
    const later = setTimeout(() => void Promise.allSettled([loadLine(), loadSend()]), nextStepsAfterMs);
    return () => clearTimeout(later);
  }, []);
  if (!quote) {
    return (
      <Page
        title={t('quoteTitle')}
        back={{ to: '/cooperative/requests/$requestId', params: { requestId }, label: t('requestTitle') }}
        width="narrow"
      >
        {error ? <ProblemNotice error={error} onRetry={retry} /> : <RowsSkeleton />}
      </Page>
    );
  }
  const position = quote.asked.findIndex((asked) => asked.position === line);
  const inside = position >= 0 || step === 'send';
  return (
    <Page
      title={
        position >= 0
          ? t('lineOf', { line: position + 1, count: quote.asked.length })
          : step === 'send'
            ? t('checkAndSend')
            : t('quoteFor', { title: quote.request.title })
      }
      back={
        inside
          ? { to: '/cooperative/requests/$requestId/quote', params: { requestId }, label: t('allLines') }
          : { to: '/cooperative/requests/$requestId', params: { requestId }, label: t('requestTitle') }
      }
      width="narrow"
    >
      <div className={styles.stack}>
        {quote.open && <SaveStatus quote={quote} onRetry={() => sender.now(requestId)} />}
        <RefusalNotice quote={quote} />
        <Suspense fallback={<RowsSkeleton />}>
          {position >= 0 ? (
            <LineForm key={position} quote={quote} index={position} />
          ) : step === 'send' ? (
            <SendStep quote={quote} />
          ) : (
            <Overview quote={quote} />
          )}
        </Suspense>
      </div>
    </Page>
  );
}
