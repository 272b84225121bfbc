import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { Panel } from '@/ui/page';
import { Timeline } from '@/ui/timeline';
import { AuditTimeline } from './history/audit-timeline';
import { momentsOf } from './history/moments';
import { useRequest } from './request/use-request';

/** What happened to a request: from the audit log for whoever may read it, for others its own moments. */
export default function HistoryTab() {
  const { t } = useTranslation('buyer');
  const request = useRequest();
  const mayRead = useMay('audit.read');
  return (
    <Panel title={t('history')}>
      {mayRead ? (
        <AuditTimeline request={request} />
      ) : (
        <Timeline entries={momentsOf(request, t).toReversed()} />
      )}
    </Panel>
  );
}
