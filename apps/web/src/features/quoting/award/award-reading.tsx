import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { AwardOrders } from '@/features/ordering/award-orders';
import { Panel } from '@/ui/page';
import { State } from '@/ui/state';
import { Timeline } from '@/ui/timeline';
import { AwardDecision } from './award-decision';
import { AwardSheet } from './award-sheet';
import { sharesOf } from './award-shares';
import { awardTimeline } from './award-timeline';
import type { Award } from './plan';
import styles from './award-reading.module.css';

/** An award as it stands: who gets what, why, what became of it, and what there is to decide. */
export function AwardReading({ award }: { award: Award }) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const shares = sharesOf(award);
  return (
    <div className={styles.reading}>
      <div className={styles.main}>
        {award.state === 'confirmed' && <AwardOrders award={award} count={shares.length} />}
        {shares.map((share) => (
          <AwardSheet key={share.cooperativeId} share={share} />
        ))}
      </div>
      <aside className={styles.aside} aria-label={t('summary')}>
        <Panel title={t('award')} actions={<State kind="award" state={award.state} />}>
          <div className={styles.total} data-figures>
            {format.money(award.total, award.currency)}
          </div>
          <p className={styles.words}>
            {t('cooperativesCount', { count: shares.length })} ·{' '}
            {t('linesCount', { count: new Set(award.allocations.map((one) => one.requestLineId)).size })}
            {award.needsApproval && <> · {t('aboveLimit')}</>}
          </p>
          {award.reason && (
            <>
              <h3 className={styles.small}>{t('reason')}</h3>
              <p className={styles.reason}>{award.reason}</p>
            </>
          )}
          <AwardDecision award={award} orders={shares.length} />
        </Panel>
        <Panel title={t('history')}>
          <Timeline entries={awardTimeline(award, t)} />
        </Panel>
      </aside>
    </div>
  );
}
