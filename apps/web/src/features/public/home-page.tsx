import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/ui/link-button';
import { Page } from '@/ui/page';

export default function HomePage() {
  const { t } = useTranslation('shared');
  return (
    <Page title="Weftway">
      <LinkButton to="/sign-in">{t('signIn')}</LinkButton>
    </Page>
  );
}
