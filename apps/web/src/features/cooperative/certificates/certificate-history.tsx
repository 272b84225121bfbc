import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Timeline } from '@/ui/timeline';

const against = ['refuse', 'suspend', 'withdraw'];

/** What was decided, oldest first. What is only proposed is not told. */
export function CertificateHistory({ certificate }: { certificate: Schemas['CertificateView'] }) {
  const { t } = useTranslation('cooperative');
  const told = ['ask_action', 'grant', 'refuse', 'suspend', 'lift', 'withdraw'] as const;
  return (
    <Timeline
      entries={certificate.decisions.flatMap(({ act, decidedAt, reason }) => {
        const known = told.find((one) => one === act);
        return known
          ? [
              {
                key: `${act} ${decidedAt}`,
                at: decidedAt,
                title: t(`act_${known}`),
                words: reason,
                tone: against.includes(act) ? ('wrong' as const) : ('done' as const),
              },
            ]
          : [];
      })}
    />
  );
}
