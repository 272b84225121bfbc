import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActProblem } from './act-problem';
import { type Certificate, type ReasonedAct, useAct } from './use-act';

/** Something that is done with a reason. What was typed stays when the dialog is closed, or the act refused. */
export function ReasonDialog(props: {
  certificate: Certificate;
  kind: ReasonedAct;
  title: string;
  words?: ReactNode;
  label: string;
  hint?: string;
  draft?: string;
  confirm: string;
  onClose: () => void;
  onDone: (certificate: Certificate) => void;
}) {
  const { t } = useTranslation('shared');
  const { certificate, kind } = props;
  const act = useAct(certificate.id, certificate.version);
  const [reason, setReason, forget] = useSessionStorage({
    key: `weftway.reason.${certificate.id}.${kind}`,
    defaultValue: props.draft ?? '',
    getInitialValueInEffect: false,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    act.mutate(
      { kind, reason: reason.trim() },
      {
        onSuccess: (changed) => {
          forget();
          if (changed) {
            props.onDone(changed);
          }
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size="lg"
      styles={{ title: { fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {props.words}
          <Textarea
            label={props.label}
            description={props.hint}
            data-autofocus
            required
            withAsterisk={false}
            minRows={3}
            autosize
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {act.isError && <ActProblem error={act.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="madder.6" loading={act.isPending} disabled={!reason.trim()}>
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
