import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money, Moment } from '@/ui/figures';
import { LinkButton } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { State } from '@/ui/state';
import type { WorkItem } from './use-work';
import styles from './work-list.module.css';

/** Rows of work: what, how it stands, by when, and the step that leads on. */
export function WorkList(props: { title: string; items: readonly WorkItem[]; quiet?: boolean }) {
  const { t } = useTranslation('buyer');
  if (props.items.length === 0) {
    return null;
  }
  return (
    <Panel
      title={t('titleAndCount', { title: props.title, count: props.items.length })}
      padded={false}
      className={styles.panel}
    >
      <ul className={styles.list}>
        {props.items.map((item) => (
          <Row key={`${item.kind} ${item.id}`} item={item} quiet={props.quiet} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ item, quiet }: { item: WorkItem; quiet?: boolean }) {
  const { t } = useTranslation('buyer');
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span className={styles.title}>{titleOf(item)}</span>
        <span className={styles.words}>
          <Words item={item} />
        </span>
      </div>
      <div className={styles.state}>{stateOf(item)}</div>
      <div className={styles.when}>
        {item.at !== null && (
          <>
            <span className={styles.whenWord}>{t(`work_when_${item.kind}`)}</span> <Moment at={item.at} />
          </>
        )}
      </div>
      <Step item={item} quiet={quiet} />
    </li>
  );
}

function titleOf(item: WorkItem): string {
  if ('request' in item) {
    return item.request.title;
  }
  if ('paper' in item) {
    return item.paper.title;
  }
  return 'award' in item ? item.award.requestTitle : item.order.title;
}

function stateOf(item: WorkItem): ReactNode {
  if ('request' in item) {
    return <State kind="request" state={item.request.state} />;
  }
  if ('paper' in item) {
    return <State kind="document" state="failed" />;
  }
  return 'award' in item ? (
    <State kind="award" state={item.award.state} />
  ) : (
    <State kind="order" state={item.order.state} />
  );
}

function Words({ item }: { item: WorkItem }) {
  const { t } = useTranslation('buyer');
  if ('request' in item) {
    const { reference, lineCount, quoteCount, invitedCount } = item.request;
    return (
      <>
        {reference} · {t('linesCount', { count: lineCount })} ·{' '}
        {item.request.state === 'draft' || item.request.state === 'awaiting_approval'
          ? t('invitedCount', { count: invitedCount })
          : t('quotesOfInvited', { count: quoteCount, invited: invitedCount })}
      </>
    );
  }
  if ('award' in item) {
    return (
      <>
        {item.award.requestReference} · <Money amount={item.award.total} currency={item.award.currency} />
        {item.award.proposedByName && ` · ${t('proposedBy', { name: item.award.proposedByName })}`}
      </>
    );
  }
  if ('paper' in item) {
    return item.paper.reference;
  }
  return (
    <>
      {item.order.reference} · {item.order.cooperative.name} ·{' '}
      <Money amount={item.order.total} currency={item.order.currency} />
    </>
  );
}

/** The one next step. What is with others can be looked at. */
function Step({ item, quiet }: { item: WorkItem; quiet?: boolean }) {
  const { t } = useTranslation('buyer');
  const label = t(quiet ? 'look' : `work_step_${item.kind}`);
  const common = {
    variant: quiet ? 'subtle' : 'light',
    className: styles.step,
    'aria-label': t('stepFor', { step: label, what: titleOf(item) }),
  } as const;
  if ('order' in item || 'paper' in item) {
    return (
      <LinkButton to="/buyer/orders/$orderId" params={{ orderId: item.id }} {...common}>
        {label}
      </LinkButton>
    );
  }
  const params = { requestId: 'request' in item ? item.request.id : item.award.requestId };
  const to = (
    {
      draft: '/buyer/requests/$requestId',
      open: '/buyer/requests/$requestId',
      no_quotes: '/buyer/requests/$requestId/invited',
      approval: '/buyer/requests/$requestId/preview',
      compare: '/buyer/requests/$requestId/quotes',
      award_draft: '/buyer/requests/$requestId/award',
      award_approval: '/buyer/requests/$requestId/award',
    } as const
  )[item.kind];
  return (
    <LinkButton to={to} params={params} {...common}>
      {label}
    </LinkButton>
  );
}
