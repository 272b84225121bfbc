import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { useSession } from '@/api/session';
import { actionButton } from '@/ui/link-button';
import { say } from '@/ui/toast';
import { AccountProblem } from './account-problem';
import { RoleChoice } from './role-choice';
import { rolesOfKind } from './roles';

/** Invites someone by mail. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const kind = useSession().organisation?.kind ?? 'platform';
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<string[]>([rolesOfKind[kind][0]]);
  const invite = api.useMutation('post', '/v1/account/invitations', {
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['get', '/v1/account/invitations'] });
      say(t('invited', { email: email.trim() }));
      onClose();
    },
  });
  const at = (pointer: string) => (invite.error instanceof Problem ? invite.error.at(pointer) : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    invite.mutate({ body: { email: email.trim(), roles: roles as Schemas['NewInvitation']['roles'] } });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inviteTitle')}
      styles={{ title: { fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={shared('email')}
            type="email"
            data-autofocus
            required
            withAsterisk={false}
            autoComplete="off"
            value={email}
            error={at('/email')}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <RoleChoice roles={roles} onChange={setRoles} error={at('/roles')} />
          {invite.isError && <AccountProblem error={invite.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shared('cancel')}
            </Button>
            <Button {...actionButton} type="submit" loading={invite.isPending} disabled={roles.length === 0}>
              {t('sendInvitation')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
