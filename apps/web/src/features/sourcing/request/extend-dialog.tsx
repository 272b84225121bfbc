import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { DeadlineField } from '../deadline-field';

/** A later end of quoting: everyone who is invited hears of it. */
export function ExtendDialog(props: {
  deadline: string;
  error: unknown;
  busy: boolean;
  onConfirm: (deadline: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  const [deadline, setDeadline] = useState<string | null>(props.deadline);
  const [asked, setAsked] = useState(false);
  const later = deadline !== null && Date.parse(deadline) > Date.parse(props.deadline);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('extendDeadline')}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (later) {
            props.onConfirm(deadline);
          }
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('extendHint')}</Text>
          {props.error !== null && <ProblemNotice error={props.error} />}
          <DeadlineField
            label={t('newDeadline')}
            value={deadline}
            autoFocus
            error={asked && !later ? t('deadlineNotLater') : undefined}
            onChange={setDeadline}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {shared('back')}
            </Button>
            <Button type="submit" loading={props.busy}>
              {t('extendDeadline')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
