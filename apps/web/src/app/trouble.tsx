import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';

export function ProblemPage({ error }: { error: unknown }) {
  const { t } = useTranslation('shared');
  const router = useRouter();
  return (
    <Page title={t('wentWrong')} width="narrow">
      <ProblemNotice error={error} onRetry={() => void router.invalidate()} />
    </Page>
  );
}
