import { Alert, Button, CopyButton, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './security.module.css';

/** Codes that are shown this once: to be copied, kept as a file, or printed. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('account');
  const text = `Weftway · ${location.host}\n${t('recoveryCodes')}\n\n${codes.join('\n')}\n`;
  return (
    <Stack gap="md">
      <Alert color="weld" variant="light">
        {t('recoveryCodesOnce')}
      </Alert>
      <ol className={styles.codes} dir="ltr" aria-label={t('recoveryCodes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Group gap="xs">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="weftway-recovery-codes.txt"
        >
          {t('download')}
        </Button>
        <Button variant="default" onClick={() => print()}>
          {t('print')}
        </Button>
      </Group>
      <Group justify="flex-end">
        <Button onClick={onKept}>{t('codesKept')}</Button>
      </Group>
    </Stack>
  );
}
