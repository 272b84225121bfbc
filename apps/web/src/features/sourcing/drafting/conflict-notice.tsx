import { Alert, Button, Group, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Someone else changed the same thing: nothing is thrown away until the reader has chosen. */
export function ConflictNotice(props: { what: string; onMine: () => void; onTheirs: () => void }) {
  const { t } = useTranslation('buyer');
  return (
    <Alert
      role="alert"
      color="weld"
      variant="light"
      icon={<IconUsers size={20} aria-hidden />}
      title={props.what}
      mb="md"
    >
      <Text size="sm">{t('conflictHint')}</Text>
      <Group mt="xs" gap="xs">
        <Button size="xs" onClick={props.onMine}>
          {t('keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={props.onTheirs}>
          {t('takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
