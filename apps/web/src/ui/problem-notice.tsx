import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '@/api/problem';

/** What went wrong, where, and how to mend it. */
export function ProblemNotice(props: { error: unknown; onRetry?: () => void; fields?: boolean }) {
  const { t } = useTranslation('shared');
  const { error, onRetry, fields = true } = props;
  const away = error instanceof Unreachable;
  const problem = error instanceof Problem ? error : null;
  const title = away
    ? t('unreachable')
    : problem?.status === 404
      ? t('notFound')
      : problem && problem.status < 500
        ? problem.message
        : t('wentWrong');
  return (
    <Alert
      role="alert"
      color={away ? 'weld' : 'madder'}
      variant="light"
      icon={away ? <IconCloudOff size={20} aria-hidden /> : <IconAlertTriangle size={20} aria-hidden />}
      title={title}
      m={0}
    >
      {away && <Text size="sm">{t('unreachableHint')}</Text>}
      {problem?.status === 404 && <Text size="sm">{t('notFoundHint')}</Text>}
      {problem && problem.status >= 500 && (
        <Text size="sm">{t('wentWrongHint', { id: problem.requestId ?? '–' })}</Text>
      )}
      {fields && problem && problem.fields.length > 0 && (
        <List size="sm" mt={4}>
          {problem.fields.slice(0, 12).map((field) => (
            <List.Item key={`${field.pointer} ${field.code}`}>{field.detail}</List.Item>
          ))}
        </List>
      )}
      {onRetry && (
        <Group mt="xs">
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
