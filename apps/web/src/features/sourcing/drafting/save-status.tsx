import { Button, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconPencilExclamation,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Unreachable } from '@/api/problem';
import type { SaveState } from './autosave';

/** Says whether what was typed is safe, and where. */
export function SaveStatus(props: { state: SaveState; error: unknown; held: string; onRetry: () => void }) {
  const { t } = useTranslation('buyer');
  const { t: shared } = useTranslation('shared');
  const { state, error, held, onRetry } = props;
  const away = error instanceof Unreachable;
  const [Icon, words] = {
    saved: [IconCloudCheck, t('savedAll')] as const,
    waiting: [IconCloudUp, shared('saving')] as const,
    saving: [IconCloudUp, shared('saving')] as const,
    held: [IconPencilExclamation, held] as const,
    failed: [away ? IconCloudOff : IconAlertTriangle, away ? t('savedHere') : t('notSaved')] as const,
    conflict: [IconAlertTriangle, t('notSaved')] as const,
  }[state];
  return (
    <Group gap={6} wrap="nowrap" role="status" aria-live="polite">
      <Icon size={16} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm" c={state === 'failed' || state === 'conflict' ? 'var(--action)' : 'dimmed'}>
        {words}
      </Text>
      {state === 'failed' && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {shared('tryAgain')}
        </Button>
      )}
    </Group>
  );
}
