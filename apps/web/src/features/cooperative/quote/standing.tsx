import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '@/api/client';
import { Money } from '@/ui/figures';
import { useFormat } from '@/i18n/format';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State } from '@/ui/state';
import { say } from '@/ui/toast';
import { useSending } from '@/offline/sender-context';
import { quoteQuery } from './queries';
import styles from './quote.module.css';
import type { QuoteAtHand } from './use-quote';

const Revisions = lazy(() => import('./revisions'));

/** What the buyer has in hand. It can be withdrawn until the deadline, and sent again. */
export function Standing({ quote, server }: { quote: QuoteAtHand; server: Schemas['QuoteView'] }) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const queries = useQueryClient();
  const { sender } = useSending();
  const [history, setHistory] = useState(false);
  const requestId = quote.request.id;
  const withdraw = api.useMutation('post', '/v1/cooperative/requests/{requestId}/quote/withdrawal', {
    onSuccess: (changed) => {
      queries.setQueryData(quoteQuery(requestId).queryKey, changed);
      say(t('withdrawn'), () => {
        quote.send();
        sender.now(requestId);
      });
    },
  });
  const { submitted } = server;
  return (
    <Panel>
      <div className={styles.standing}>
        <span>
          {t('quoteReference', { reference: server.reference })} <State kind="quote" state={server.state} />
        </span>
        {submitted && (
          <strong>
            <Money amount={submitted.total} currency={submitted.currency} />
          </strong>
        )}
      </div>
      {submitted && server.submittedAt && server.state !== 'withdrawn' && (
        <p className={styles.quiet}>
          {t('standingWords', { revision: submitted.revision, when: format.moment(server.submittedAt) })}
        </p>
      )}
      {server.draft && server.state === 'submitted' && <p className={styles.quiet}>{t('standingDraft')}</p>}
      {server.declineReason && (
        <p className={styles.quiet}>{t('notChosen', { reason: server.declineReason })}</p>
      )}
      {withdraw.isError && <ProblemNotice error={withdraw.error} />}
      <Group gap="xs" mt="sm">
        {server.revision > 0 && (
          <Button
            variant="default"
            size="sm"
            mih={44}
            aria-expanded={history}
            onClick={() => setHistory(!history)}
          >
            {t('revisions')}
          </Button>
        )}
        {quote.open && server.state === 'submitted' && (
          <Button
            variant="subtle"
            color="madder"
            size="sm"
            mih={44}
            loading={withdraw.isPending}
            onClick={() =>
              withdraw.mutate({ params: { path: { requestId } }, headers: ifMatch(server.version) })
            }
          >
            {t('withdraw')}
          </Button>
        )}
      </Group>
      {history && (
        <Suspense>
          <Revisions requestId={requestId} />
        </Suspense>
      )}
    </Panel>
  );
}
