import { NativeSelect } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, isLanguage, languages } from '@/i18n/i18n';

/** Every language in its own name. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('shared');
  return (
    <NativeSelect
      aria-label={t('language')}
      leftSection={<IconLanguage size={18} stroke={1.6} aria-hidden />}
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      value={i18n.language}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        if (isLanguage(chosen)) {
          void changeLanguage(chosen);
        }
      }}
      maw={240}
    />
  );
}
