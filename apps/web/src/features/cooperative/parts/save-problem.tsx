import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { ProblemNotice } from '@/ui/problem-notice';

/** Why it was not saved. Where someone else changed it, what is typed stays and can be saved over theirs. */
export function SaveProblem({ error, onReload }: { error: unknown; onReload?: (() => void) | undefined }) {
  const { t } = useTranslation('cooperative');
  if (error === null || error === undefined) {
    return null;
  }
  if (error instanceof Problem && error.code === 'version_conflict') {
    return (
      <Alert
        role="alert"
        color="weld"
        variant="light"
        icon={<IconAlertTriangle aria-hidden />}
        title={t('changedElsewhere')}
      >
        <p>{t('changedElsewhereWords')}</p>
        <Button size="sm" mih={44} mt="xs" variant="default" onClick={onReload}>
          {t('changedElsewhereGoOn')}
        </Button>
      </Alert>
    );
  }
  return <ProblemNotice error={error} />;
}
