import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '@/api/client';
import { ProblemNotice } from '@/ui/problem-notice';

/** Says no to an application, and why. */
export function RefusalDialog(props: {
  organisation: Schemas['OrganisationView'];
  onClose: () => void;
  onDone: () => void;
  onConflict: () => void;
}) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { organisation } = props;
  const [reason, setReason, forget] = useSessionStorage({
    key: `weftway.refusal.${organisation.id}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const refuse = api.useMutation('post', '/v1/admin/organisations/{id}/refusal', {
    onSuccess: () => {
      forget();
      props.onDone();
    },
    onError: props.onConflict,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    refuse.mutate({
      params: { path: { id: organisation.id } },
      headers: ifMatch(organisation.version),
      body: { reason: reason.trim() },
    });
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('refuseTitle', { name: organisation.name })}
      size="lg"
      styles={{ title: { fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">{t('refuseWords', { email: organisation.email })}</Text>
          <Textarea
            label={t('reason')}
            data-autofocus
            required
            withAsterisk={false}
            autosize
            minRows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {refuse.isError && <ProblemNotice error={refuse.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {shared('cancel')}
            </Button>
            <Button
              type="submit"
              {...{ color: 'madder' }}
              loading={refuse.isPending}
              disabled={!reason.trim()}
            >
              {t('refuse')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
