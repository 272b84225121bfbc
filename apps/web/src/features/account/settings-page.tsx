import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/page';

export default function SettingsPage() {
  const { t } = useTranslation('shared');
  return <Page title={t('accountSettings')}>{null}</Page>;
}
