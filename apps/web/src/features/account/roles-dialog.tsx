import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client, ifMatch, type Schemas } from '@/api/client';
import { say } from '@/ui/toast';
import { AccountProblem } from './account-problem';
import { RoleChoice } from './role-choice';

const membersKey = ['get', '/v1/account/members'];

/** What someone may do. */
export function RolesDialog({ member, onClose }: { member: Schemas['MemberRow']; onClose: () => void }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const [roles, setRoles] = useState<string[]>(member.roles);
  const [version, setVersion] = useState(member.version);
  const refresh = () => queries.invalidateQueries({ queryKey: membersKey });
  const change = api.useMutation('put', '/v1/account/members/{id}/roles', {
    onSuccess: (changed) => {
      void refresh();
      onClose();
      say(t('rolesChanged', { name: member.name }), () => {
        void client
          .PUT('/v1/account/members/{id}/roles', {
            params: { path: { id: member.id } },
            headers: ifMatch(changed.version),
            body: { roles: member.roles },
          })
          .then(refresh);
      });
    },
    onError: async () => {
      await refresh();
      const now = queries
        .getQueriesData<Schemas['MemberList']>({ queryKey: membersKey })
        .flatMap(([, list]) => list?.items ?? [])
        .find(({ id }) => id === member.id);
      setVersion(now?.version ?? version);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({
      params: { path: { id: member.id } },
      headers: ifMatch(version),
      body: { roles: roles as Schemas['RolesChange']['roles'] },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('rolesOf', { name: member.name })}
      styles={{ title: { fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <RoleChoice roles={roles} onChange={setRoles} />
          {change.isError && <AccountProblem error={change.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shared('cancel')}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={roles.length === 0}>
              {shared('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
