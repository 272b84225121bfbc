import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { InvitedList } from './invited/invited-list';
import { InviteMore } from './invited/invite-more';
import { useInvitations } from './invited/use-invitations';
import styles from './invited/invited.module.css';
import { useRequest } from './request/use-request';

/** Whom the request goes to. Only they see it. */
export default function InvitedTab() {
  const { t } = useTranslation('buyer');
  const request = useRequest();
  const mayWrite = useMay('requests.write');
  const { rows, invite, takeBack } = useInvitations();
  const mayInvite = mayWrite && (request.state === 'draft' || request.state === 'open');
  const error = invite.error ?? takeBack.error;
  const invited = (
    <Panel title={t('titleAndCount', { title: t('invited'), count: rows.length })} padded={false}>
      {rows.length === 0 ? (
        <Empty drawing="thread" title={t('nobodyInvited')}>
          {t('nobodyInvitedHint')}
        </Empty>
      ) : (
        <InvitedList
          rows={rows}
          state={request.state}
          onTakeBack={mayWrite && request.state === 'draft' ? (row) => takeBack.mutate(row) : undefined}
        />
      )}
    </Panel>
  );
  return (
    <>
      {error !== null && <ProblemNotice error={error} />}
      {mayInvite ? (
        <div className={styles.columns}>
          <InviteMore
            request={request}
            invited={new Set(rows.map((row) => row.cooperativeId))}
            busy={invite.isPending}
            onInvite={(ids) => invite.mutateAsync(ids)}
          />
          <div className={styles.aside}>{invited}</div>
        </div>
      ) : (
        invited
      )}
    </>
  );
}
