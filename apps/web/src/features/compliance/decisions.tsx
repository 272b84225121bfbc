import { useTranslation } from 'react-i18next';
import { Panel } from '@/ui/page';
import { Timeline } from '@/ui/timeline';
import styles from './certificate-page.module.css';
import type { Certificate } from './use-act';

const wrong = ['refuse', 'suspend', 'withdraw'];

/** Who decided what, when and why, from its submission on. */
export function Decisions({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('compliance');
  const decided = certificate.decisions.map((decision, index) => ({
    key: String(index),
    at: decision.decidedAt,
    title: t('actBy', { act: t(`act_${decision.act}`), name: decision.decidedBy.name }),
    words: decision.reason && <span className={styles.reason}>{decision.reason}</span>,
    tone: wrong.includes(decision.act) ? ('wrong' as const) : ('done' as const),
  }));
  return (
    <Panel title={t('history')}>
      <Timeline
        entries={[
          ...(certificate.submittedAt
            ? [
                {
                  key: 'submitted',
                  at: certificate.submittedAt,
                  title: t('submittedBy', { name: certificate.cooperative.name }),
                },
              ]
            : []),
          ...decided,
        ].sort((left, right) => Date.parse(left.at) - Date.parse(right.at))}
      />
    </Panel>
  );
}
