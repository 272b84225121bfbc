import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/page';

export default function WorkPage() {
  const { t } = useTranslation('shared');
  return <Page title={t('work')}>{null}</Page>;
}
