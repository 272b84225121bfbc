import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { Empty } from '@/ui/empty';
import { actionButton, LinkButton } from '@/ui/link-button';
import { RowsSkeleton } from '@/ui/list';
import { Page, Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { useShortcut } from './use-shortcut';
import { useWork } from './work/use-work';
import { WorkList } from './work/work-list';

/** Where a buyer begins the day: what waits, soonest first, each with its one next step. */
export default function WorkPage() {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  const navigate = useNavigate();
  const mayWrite = useMay('requests.write');
  const work = useWork();
  const mine = work.items.filter((item) => item.mine);
  const others = work.items.filter((item) => !item.mine);
  useShortcut('n', () => void navigate({ to: '/buyer/requests/new' }), mayWrite);
  const create = mayWrite && (
    <LinkButton to="/buyer/requests/new" {...actionButton} aria-keyshortcuts="n">
      {t('newRequest')}
    </LinkButton>
  );
  return (
    <Page
      title={shared('work')}
      lead={work.isPending ? undefined : t('workLead', { count: mine.length })}
      actions={create}
    >
      {work.error !== null && <ProblemNotice error={work.error} onRetry={work.retry} />}
      {work.isPending && work.error === null && (
        <Panel padded={false}>
          <RowsSkeleton height={36} rows={6} />
        </Panel>
      )}
      {!work.isPending && work.items.length === 0 && work.error === null && (
        <Panel>
          <Empty drawing="basket" title={t('workEmpty')} action={create}>
            {t('workEmptyHint')}
          </Empty>
        </Panel>
      )}
      {!work.isPending && <WorkList title={t('workMine')} items={mine} />}
      {!work.isPending && <WorkList title={t('workOthers')} items={others} quiet />}
    </Page>
  );
}
