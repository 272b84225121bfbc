import { Button, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { actionButton } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { toText } from '../figures/decimal';
import { Mark } from '../figures/mark';
import type { Award, Ground, Plan } from './plan';
import { yarnOf } from './yarn';
import bar from './allocation-bar.module.css';
import styles from './award-summary.module.css';

/** What the plan comes to, by cooperative and in all, and what to do with it. */
export function AwardSummary(props: {
  ground: Ground;
  plan: Plan;
  toMend: { count: number; line: string | null };
  /** What is saved, where nothing was typed since: its total is the server's own. */
  saved: Award | null;
  drafted: Award | null;
  dirty: boolean;
  reason: string;
  onReason: (reason: string) => void;
  busy: boolean;
  problem: ReactNode;
  onReveal: (lineId: string) => void;
  onSave: () => void;
  onReview: () => void;
}) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const { ground, plan, toMend, saved, drafted, dirty, reason, busy, problem } = props;
  const { currency, lines } = ground.comparison;
  const money = (minor: bigint): string => format.money(toText(minor, ground.digits, true), currency);
  const ranked = [...plan.cooperatives].sort(([, one], [, other]) =>
    other.amount > one.amount ? 1 : other.amount < one.amount ? -1 : 0,
  );
  const empty = plan.cooperatives.size === 0;
  const breached = toMend.line;
  return (
    <aside className={styles.summary} id="award-summary" tabIndex={-1} aria-label={t('summary')}>
      <Panel title={t('award')}>
        <div className={styles.total} aria-live="polite" data-figures>
          {saved ? format.money(saved.total, saved.currency) : money(plan.total)}
        </div>
        <p className={styles.lines} data-figures>
          {t('linesGiven', {
            full: plan.inFull,
            part: plan.inPart,
            none: lines.length - plan.inFull - plan.inPart,
          })}
        </p>
        {!empty && (
          <ul className={styles.shares}>
            {ranked.map(([quoteId, share]) => (
              <li key={quoteId} className={styles.share}>
                <span className={`${bar.swatch} ${yarnOf(ground, quoteId)}`} aria-hidden />
                <span className={styles.name}>
                  {ground.quotes.get(quoteId)?.name}
                  <span className={styles.soft}>{t('linesCount', { count: share.lines })}</span>
                </span>
                <span className={styles.amount} data-figures>
                  {money(share.amount)}
                </span>
              </li>
            ))}
          </ul>
        )}
        {breached !== null && (
          <Button
            fullWidth
            variant="light"
            color="madder"
            mb="sm"
            leftSection={<Mark kind="wrong" />}
            onClick={() => props.onReveal(breached)}
          >
            {t('breaches', { count: toMend.count })}
          </Button>
        )}
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={reason}
          onChange={(event) => props.onReason(event.currentTarget.value)}
        />
        {problem && <div className={styles.problem}>{problem}</div>}
        <div className={styles.actions}>
          <Button {...actionButton} fullWidth disabled={empty} loading={busy} onClick={props.onReview}>
            {t('review')}
          </Button>
          <Button
            variant="default"
            fullWidth
            disabled={empty || !dirty || busy}
            onClick={props.onSave}
            aria-keyshortcuts="Control+S Meta+S"
          >
            {t('saveDraft')}
          </Button>
        </div>
        <p className={styles.hint} role="status">
          {empty ? t('giveSomething') : dirty ? t('keptHere') : drafted ? t('allSaved') : null}
        </p>
      </Panel>
    </aside>
  );
}
