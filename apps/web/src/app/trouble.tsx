import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/empty';
import { LinkButton } from '@/ui/link-button';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';

export function NotFoundPage() {
  const { t } = useTranslation('shared');
  return (
    <Empty drawing="thread" title={t('notFound')} action={<LinkButton to="/">{t('home')}</LinkButton>}>
      {t('notFoundHint')}
    </Empty>
  );
}

export function ProblemPage({ error }: { error: unknown }) {
  const { t } = useTranslation('shared');
  const router = useRouter();
  return (
    <Page title={t('wentWrong')} width="narrow">
      <ProblemNotice error={error} onRetry={() => void router.invalidate()} />
    </Page>
  );
}
