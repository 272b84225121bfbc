import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useMay } from '@/api/session';
import { byCursor, Pages } from '@/ui/list';
import { Timeline, type TimelineEntry } from '@/ui/timeline';
import type { RequestView } from '../request/use-request';
import { nextOf } from './moments';

const actions = [
  'drafted',
  'changed',
  'requirements_changed',
  'lines_replaced',
  'lines_imported',
  'cooperatives_invited',
  'invitation_taken_back',
  'awaiting_approval',
  'draft',
  'published',
  'deadline_extended',
  'closed',
  'awarded',
  'unawarded',
  'cancelled',
] as const;
type Action = (typeof actions)[number];

interface Entry {
  seq: number;
  at: string;
  personId: string | null;
  action: string;
  subjectType: string;
}

/** The audit log of one request. Saving as one types leaves many entries alike: one after the other they are told as one. */
export function AuditTimeline({ request }: { request: RequestView }) {
  const { t } = useTranslation('buyer');
  const people = useNames();
  const query = api.useInfiniteQuery(
    'get',
    '/v1/account/audit-log',
    { params: { query: { subjectType: 'request', subjectId: request.id, limit: 100 } } },
    byCursor,
  );
  const words = (entry: Entry): TimelineEntry | null => {
    const action = actions.find((one): one is Action => entry.action === `request.${one}`);
    if (!action) {
      return null;
    }
    return {
      key: String(entry.seq),
      at: entry.at,
      title: t(`audit_${action}`),
      words: entry.personId === null ? t('bySystem') : (people.get(entry.personId) ?? undefined),
      tone: action === 'cancelled' || action === 'unawarded' ? 'wrong' : 'done',
    };
  };
  return (
    <Pages query={query} empty={null}>
      {(rows) => {
        const told = rows
          .filter((row, index) => {
            const before = rows[index - 1];
            return before?.action !== row.action || before.personId !== row.personId;
          })
          .flatMap((row) => words(row) ?? []);
        const next = nextOf(request, t).filter((entry) => entry.tone === 'now' || entry.tone === 'later');
        return <Timeline entries={[...next.toReversed(), ...told]} />;
      }}
    </Pages>
  );
}

/** Names of the organisation's people, for those who may read them. */
function useNames(): ReadonlyMap<string, string> {
  const mayRead = useMay('members.read');
  const members = api.useQuery('get', '/v1/account/members', {}, { enabled: mayRead, staleTime: 600_000 });
  return new Map((members.data?.items ?? []).map((member) => [member.id, member.name]));
}
