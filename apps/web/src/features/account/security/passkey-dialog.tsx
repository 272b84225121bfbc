import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '@/api/client';
import { actionButton } from '@/ui/link-button';
import { AccountProblem } from '../account-problem';
import { useKeepSession } from './keep-session';
import { create } from './passkey';
import { RecoveryCodes } from './recovery-codes';

/** Makes a passkey on this device or a stick, under a name to tell it by. */
export function PasskeyDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const keep = useKeepSession();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: async (called: string) => {
      const asked = await client.POST('/v1/account/factors/passkeys/challenge');
      if (!asked.data) {
        return null;
      }
      const { challengeToken, options } = asked.data;
      const { data } = await client.POST('/v1/account/factors/passkeys', {
        body: { name: called, challengeToken, ...(await create(options)) },
      });
      return data ?? null;
    },
    onSuccess: (added) => {
      if (added) {
        keep(added.session);
        onAdded();
        if (added.recoveryCodes.length === 0) {
          onClose();
        }
      }
    },
  });
  const codes = add.data?.recoveryCodes ?? [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(name.trim());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={codes.length === 0}
      title={codes.length > 0 ? t('recoveryCodes') : t('addPasskey')}
      size="lg"
      styles={{ title: { fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} onKept={onClose} />
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            <Text size="sm">{t('passkeyLead')}</Text>
            <TextInput
              label={t('passkeyName')}
              placeholder={t('passkeyNameExample')}
              data-autofocus
              required
              withAsterisk={false}
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {add.isError && <AccountProblem error={add.error} />}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {shared('cancel')}
              </Button>
              <Button {...actionButton} type="submit" loading={add.isPending} disabled={name.trim() === ''}>
                {t('addPasskey')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
