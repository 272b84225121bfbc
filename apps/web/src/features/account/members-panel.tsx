import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { useMay, useSession } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { ListTools, RowsSkeleton } from '@/ui/list';
import { Motif } from '@/ui/motif';
import { Panel } from '@/ui/page';
import { SearchBox } from '@/ui/search-box';
import { Tag } from '@/ui/state';
import { AccountProblem } from './account-problem';
import { RolesDialog } from './roles-dialog';
import { TakeFactorsAway } from './security/take-factors-away';
import styles from './settings.module.css';
import { useUndoable } from './use-undoable';

const membersKey = ['get', '/v1/account/members'];

/** The people of the organisation with their roles. */
export function MembersPanel(props: {
  search: string | undefined;
  onSearch: (text: string | undefined) => void;
}) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const me = useSession().person.id;
  const may = useMay('members.write');
  const queries = useQueryClient();
  const [changing, setChanging] = useState<Schemas['MemberRow'] | null>(null);
  const members = api.useQuery('get', '/v1/account/members');
  const remove = api.useMutation('delete', '/v1/account/members/{id}', {
    onSuccess: () => void queries.invalidateQueries({ queryKey: membersKey }),
    onError: (_, { params }) => undoable.stay(params.path.id),
  });
  const undoable = useUndoable((id) => remove.mutate({ params: { path: { id } }, keepalive: true }));
  const wanted = props.search?.toLowerCase() ?? '';
  const shown = (members.data?.items ?? []).filter(
    ({ id, name, email }) => !undoable.leaving.has(id) && `${name} ${email}`.toLowerCase().includes(wanted),
  );
  return (
    <div>
      <ListTools>
        <SearchBox label={t('searchPeople')} value={props.search} onChange={props.onSearch} />
      </ListTools>
      <Panel title={t('members')} padded={false}>
        {members.isPending && <RowsSkeleton rows={4} height={32} />}
        {members.isError && <AccountProblem error={members.error} onRetry={() => void members.refetch()} />}
        {remove.isError && <AccountProblem error={remove.error} />}
        {members.data && shown.length === 0 && <Empty drawing="thread" title={shared('nothingFound')} />}
        <ul className={styles.rows}>
          {shown.map((member) => (
            <li key={member.id} className={styles.row}>
              <Motif id={member.id} size={32} />
              <div className={styles.grow}>
                <div className={styles.name}>
                  {member.name} {member.id === me && <Tag>{t('you')}</Tag>}
                </div>
                <div className={styles.soft} title={format.moment(member.since)}>
                  {member.email} · {t('since', { when: format.relative(member.since) })}
                </div>
              </div>
              <span className={styles.wrap}>
                {member.roles.map((role) => (
                  <Tag key={role}>{t(`role_${role}`)}</Tag>
                ))}
                {member.secondFactor && <Tag tone="done">{t('hasFactor')}</Tag>}
              </span>
              {may && (
                <Group gap={6}>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('rolesOf', { name: member.name })}
                    onClick={() => setChanging(member)}
                  >
                    {t('roles')}
                  </Button>
                  {member.id !== me && member.secondFactor && <TakeFactorsAway member={member} />}
                  {member.id !== me && (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('removeNamed', { name: member.name })}
                      onClick={() => undoable.leave(member.id, t('removed', { name: member.name }))}
                    >
                      {shared('remove')}
                    </Button>
                  )}
                </Group>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      {changing && <RolesDialog member={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}
