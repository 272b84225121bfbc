import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { ProblemNotice } from '@/ui/problem-notice';

/** Why it was not done. Where someone was faster, in words that say what to do next. */
export function ActProblem({ error }: { error: unknown }) {
  const { t } = useTranslation('compliance');
  if (error instanceof Problem && error.status === 412) {
    return (
      <Alert role="alert" color="weld" title={t('changedMeanwhile')}>
        {t('changedMeanwhileHint')}
      </Alert>
    );
  }
  return <ProblemNotice error={error} />;
}
