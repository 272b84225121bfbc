import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { Dialog } from './dialog';
import { LongText } from './long-text';

/** What was typed outlives a closed dialog, by what it is about. */
const typed = new Map<string, string>();

/** Saying no, with the reason that the other side reads. */
export function ReasonDialog(props: {
  about: string;
  title: string;
  words: ReactNode;
  label: string;
  confirm: string;
  maxLength: number;
  pending: boolean;
  error: unknown;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('shared');
  const [reason, setReason] = useState(typed.get(props.about) ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onConfirm(reason.trim());
  };
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <div>{props.words}</div>
          <LongText
            label={props.label}
            autoFocus
            required
            maxLength={props.maxLength}
            value={reason}
            onChange={(value) => {
              typed.set(props.about, value);
              setReason(value);
            }}
          />
          {props.error !== null && <ProblemNotice error={props.error} />}
          <Group grow gap="xs">
            <Button variant="default" size="md" mih={48} onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              color="madder.6"
              autoContrast
              size="md"
              mih={48}
              loading={props.pending}
              disabled={!reason.trim()}
            >
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
