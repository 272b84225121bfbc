import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { toText } from '../figures/decimal';
import type { Ground, Plan } from './plan';
import styles from './award-strip.module.css';

/** Where there is no room for the summary beside the lines: the total stays in sight, and the rest is a step away. */
export function AwardStrip({ ground, plan }: { ground: Ground; plan: Plan }) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  return (
    <div className={styles.strip}>
      <span className={styles.words} data-figures>
        <strong>{format.money(toText(plan.total, ground.digits, true), ground.comparison.currency)}</strong>
        <span className={styles.soft}>
          {t('inFullOf', { full: plan.inFull, all: ground.comparison.lines.length })}
        </span>
      </span>
      <Button
        variant="default"
        onClick={() => {
          const summary = document.getElementById('award-summary');
          summary?.scrollIntoView({ block: 'start' });
          summary?.focus({ preventScroll: true });
        }}
      >
        {t('toSummary')}
      </Button>
    </div>
  );
}
