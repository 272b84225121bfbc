import { Alert, Button, Group, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Two people worked on the same draft. What was typed here stays until someone chooses. */
export function ConflictNotice(props: { onMine: () => void; onTheirs: () => void }) {
  const { t } = useTranslation('trade');
  const { onMine, onTheirs } = props;
  return (
    <Alert
      role="alert"
      color="weld"
      variant="light"
      mb="md"
      icon={<IconUsers size={20} aria-hidden />}
      title={t('conflict')}
    >
      <Text size="sm">{t('conflictHint')}</Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={onMine}>
          {t('keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={onTheirs}>
          {t('takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
