import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { actionButton, LinkButton } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { State, Tag } from '@/ui/state';
import { Money } from '@/ui/figures';
import { ActionBar } from '../parts/action-bar';
import { Due } from '../parts/due';
import { useUnits } from '../parts/quantity';
import { amountText } from './amounts';
import styles from './quote.module.css';
import type { LineReading } from './read-line';
import { Standing } from './standing';
import type { QuoteAtHand } from './use-quote';
import { WholeQuote } from './whole-quote';

/** The quote at a glance: how far it is, every line, what holds for all of it. */
export function Overview({ quote }: { quote: QuoteAtHand }) {
  const { t } = useTranslation('cooperative');
  const { quantity } = useUnits();
  const { reading, request, local, open, server } = quote;
  const { counts } = reading;
  const params = { requestId: request.id };
  const next = reading.lines.find(
    ({ reading: { state } }) => state === 'unfinished' || state === 'wrong' || state === 'empty',
  );
  const isAhead = local.changes > local.savedChanges || server?.draft !== null || quote.stale;
  const canSend =
    open && !local.wantsSending && counts.ready > 0 && (isAhead || server?.state === 'withdrawn');
  return (
    <>
      <p className={styles.deadline}>
        <bdi>{request.retailer.name}</bdi> ·{' '}
        {open ? <Due at={request.deadline} /> : <State kind="request" state={request.state} />}
      </p>
      {server && server.state !== 'draft' && <Standing quote={quote} server={server} />}
      {quote.stale && open && (
        <p className={styles.warning}>
          <Tag tone="waiting">{t('requestChanged')}</Tag> {t('requestChangedWords')}
        </p>
      )}
      <Panel title={t('linesDone', { done: counts.ready, count: reading.lines.length })} padded={false}>
        <progress
          className={styles.progress}
          value={counts.ready + counts.left_out}
          max={reading.lines.length}
          aria-label={t('linesDone', { done: counts.ready, count: reading.lines.length })}
        />
        <ol className={styles.lines}>
          {reading.lines.map(({ asked, reading: line }) => (
            <li key={asked.id} className={styles.row}>
              <span className={styles.position} data-figures>
                {asked.position}
              </span>
              <span className={styles.rowWords}>
                <Link
                  to="/cooperative/requests/$requestId/quote"
                  params={params}
                  search={{ line: asked.position }}
                  className={styles.rowLink}
                >
                  {asked.description}
                </Link>
                <span className={styles.rowAsked}>{quantity(asked.quantity, asked.unitCode)}</span>
              </span>
              <span className={styles.rowEnd}>
                <LineState
                  line={line}
                  filled={local.lines[asked.id]?.filledFrom !== null && local.lines[asked.id] !== undefined}
                />
                {line.amount !== null && (
                  <Money amount={amountText(line.amount, local.currency)} currency={local.currency} />
                )}
              </span>
            </li>
          ))}
        </ol>
      </Panel>
      <WholeQuote quote={quote} />
      {open && (
        <ActionBar
          note={
            <span className={styles.totalNote}>
              <span>{t('total')}</span>
              <strong>
                <Money amount={reading.total} currency={local.currency} />
              </strong>
            </span>
          }
        >
          {next && (
            <LinkButton
              to="/cooperative/requests/$requestId/quote"
              params={params}
              search={{ line: next.asked.position }}
              size="md"
              {...(counts.ready > 0 && reading.complete ? { variant: 'default' } : actionButton)}
            >
              {counts.ready + counts.unfinished + counts.wrong === 0
                ? t('firstLine')
                : t('goOnLine', { line: next.asked.position })}
            </LinkButton>
          )}
          {canSend && (!next || reading.complete) && (
            <LinkButton
              to="/cooperative/requests/$requestId/quote"
              params={params}
              search={{ step: 'send' }}
              size="md"
              {...actionButton}
            >
              {t('checkAndSend')}
            </LinkButton>
          )}
          {!next && !canSend && (
            <LinkButton to="/cooperative/requests/$requestId" params={params} size="md" variant="default">
              {t('requestTitle')}
            </LinkButton>
          )}
        </ActionBar>
      )}
    </>
  );
}

function LineState({ line, filled }: { line: LineReading; filled: boolean }) {
  const { t } = useTranslation('cooperative');
  switch (line.state) {
    case 'ready':
      return filled ? (
        <Tag tone="waiting">{t('stateFilled')}</Tag>
      ) : (
        <Tag tone="done">✓ {t('stateReady')}</Tag>
      );
    case 'left_out':
      return <Tag>{t('stateLeftOut')}</Tag>;
    case 'unfinished':
      return <Tag tone="waiting">{t('stateUnfinished')}</Tag>;
    case 'wrong':
      return <Tag tone="wrong">{t('stateWrong')}</Tag>;
    default:
      return <Tag>{t('stateEmpty')}</Tag>;
  }
}
