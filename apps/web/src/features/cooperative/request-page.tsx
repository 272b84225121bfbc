import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { actionButton, LinkButton } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { State, Tag } from '@/ui/state';
import { ActionBar } from './parts/action-bar';
import { Due } from './parts/due';
import { linesQuery, quoteQuery, requestQuery } from './quote/queries';
import { DeclineDialog } from './requests/decline-dialog';
import { LineCards } from './requests/line-cards';
import styles from './requests/request.module.css';
import { Requirements } from './requests/requirements';
import { Terms } from './requests/terms';

const route = getRouteApi('/signed-in/cooperative/requests/$requestId');

/** A request as it is read before it is answered. */
export default function RequestPage() {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const { requestId } = route.useParams();
  const mayQuote = useMay('quotes.write');
  const request = useQuery(requestQuery(requestId));
  const lines = useQuery(linesQuery(requestId));
  const quote = useQuery({ ...quoteQuery(requestId), enabled: useMay('quotes.read') });
  const [declining, setDeclining] = useState(false);
  const back = { to: '/cooperative/requests', label: t('requestsTitle') } as const;
  if (!request.data) {
    return (
      <Page title={t('requestTitle')} back={back}>
        {request.isError ? (
          <ProblemNotice error={request.error} onRetry={() => void request.refetch()} />
        ) : (
          <RowsSkeleton />
        )}
      </Page>
    );
  }
  const asked = request.data;
  const open = asked.state === 'open';
  const own = quote.data;
  return (
    <Page
      title={asked.title}
      back={back}
      lead={t('asksYou', { who: asked.retailer.name, where: format.country(asked.retailer.country) })}
      beside={!open && <State kind="request" state={asked.state} />}
    >
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Panel>
            <p className={styles.quiet}>
              <Due at={asked.deadline} />
            </p>
            {asked.description && <p className={styles.description}>{asked.description}</p>}
            {own && (
              <p className={styles.hint}>
                {t('yourQuote')} <State kind="quote" state={own.state} />{' '}
                {own.stale && <Tag tone="waiting">{t('requestChanged')}</Tag>}
              </p>
            )}
            {own?.declineReason && (
              <p className={styles.hint}>{t('notChosen', { reason: own.declineReason })}</p>
            )}
            {asked.declinedAt && !own && (
              <p className={styles.hint}>{t('declinedOn', { when: format.moment(asked.declinedAt) })}</p>
            )}
          </Panel>
          <Panel title={t('linesTitle', { count: asked.lineCount })} padded={false}>
            {lines.data ? (
              <LineCards lines={lines.data} />
            ) : lines.isError ? (
              <ProblemNotice error={lines.error} onRetry={() => void lines.refetch()} />
            ) : (
              <RowsSkeleton />
            )}
          </Panel>
        </div>
        <div className={styles.stack}>
          <Panel title={t('requirementsTitle')}>
            <Requirements requirements={asked.requirements} />
          </Panel>
          <Panel title={t('termsTitle')}>
            <Terms request={asked} />
          </Panel>
        </div>
      </div>
      {mayQuote && (open || own) && (
        <ActionBar>
          {open && !own && !asked.declinedAt && (
            <Button variant="default" size="md" onClick={() => setDeclining(true)}>
              {t('decline')}
            </Button>
          )}
          <LinkButton
            to="/cooperative/requests/$requestId/quote"
            params={{ requestId }}
            size="md"
            {...(open && own?.state !== 'submitted' ? actionButton : { variant: 'light' })}
          >
            {!own
              ? t('quoteBegin')
              : !open
                ? t('quoteLook')
                : own.state === 'submitted'
                  ? t('quoteChange')
                  : t('quoteGoOn')}
          </LinkButton>
        </ActionBar>
      )}
      {declining && <DeclineDialog request={asked} onClose={() => setDeclining(false)} />}
    </Page>
  );
}
