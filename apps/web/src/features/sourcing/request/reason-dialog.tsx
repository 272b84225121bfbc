import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';

/** Asks why, for what others will read the reason of. */
export function ReasonDialog(props: {
  title: string;
  hint: ReactNode;
  confirm: string;
  error: unknown;
  busy: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(reason.trim() === '');
          if (reason.trim() !== '') {
            props.onConfirm(reason.trim());
          }
        }}
      >
        <Stack gap="md">
          <Text size="sm">{props.hint}</Text>
          {props.error !== null && <ProblemNotice error={props.error} />}
          <Textarea
            data-autofocus
            label={t('reason')}
            rows={4}
            maxLength={2000}
            value={reason}
            error={missing && reason.trim() === '' ? t('reasonMissing') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {shared('back')}
            </Button>
            <Button type="submit" loading={props.busy}>
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
