import { Input, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '@/app/language-switch';
import { Panel } from '@/ui/page';
import styles from './settings.module.css';

/** How the portal looks here: on this device alone. */
export function AppearancePanel() {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Panel title={t('thisDevice')}>
      <div className={`${styles.pair} ${styles.form}`}>
        <Input.Wrapper label={shared('appearance')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={shared('appearance')}
            data={[
              { value: 'light', label: shared('light') },
              { value: 'dark', label: shared('dark') },
              { value: 'auto', label: shared('automatic') },
            ]}
            value={colorScheme}
            onChange={(value) => setColorScheme(value)}
          />
        </Input.Wrapper>
        <Input.Wrapper label={shared('language')} labelElement="div">
          <LanguageSwitch />
        </Input.Wrapper>
      </div>
    </Panel>
  );
}
