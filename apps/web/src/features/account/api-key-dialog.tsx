import {
  Button,
  Checkbox,
  CopyButton,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { useSession } from '@/api/session';
import { actionButton } from '@/ui/link-button';
import { AccountProblem } from './account-problem';
import styles from './settings.module.css';

const terms = [30, 90, 365, 730] as const;

/** Makes a key with a subset of what its maker may do, and shows it once. */
export function ApiKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const { permissions } = useSession();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [days, setDays] = useState<number>(365);
  const make = api.useMutation('post', '/v1/account/api-keys', {
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['get', '/v1/account/api-keys'] }),
  });
  const at = (pointer: string) => (make.error instanceof Problem ? make.error.at(pointer) : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate({
      body: { name: name.trim(), scopes: scopes as Schemas['NewApiKey']['scopes'], daysValid: days },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      // What is shown once is not lost to a click beside it.
      closeOnClickOutside={!make.isSuccess}
      title={make.isSuccess ? t('keyIsMade') : t('makeKey')}
      size="lg"
      styles={{ title: { fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      {make.data ? (
        <Stack gap="md">
          <Text size="sm">{t('keyOnce')}</Text>
          <code className={styles.secret}>{make.data.key}</code>
          <Group justify="flex-end" gap="xs">
            <CopyButton value={make.data.key}>
              {({ copied, copy }) => (
                <Button {...actionButton} onClick={copy}>
                  {copied ? t('copied') : t('copy')}
                </Button>
              )}
            </CopyButton>
            <Button variant="default" onClick={onClose}>
              {t('keyKept')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            <TextInput
              label={t('keyName')}
              placeholder={t('keyNameExample')}
              data-autofocus
              required
              withAsterisk={false}
              maxLength={100}
              value={name}
              error={at('/name')}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Checkbox.Group
              label={t('keyScopes')}
              description={t('keyScopesHint')}
              value={scopes}
              onChange={setScopes}
              error={at('/scopes')}
            >
              <div className={styles.scopes} style={{ marginBlockStart: 8 }}>
                {permissions.map((permission) => (
                  <Checkbox key={permission} value={permission} label={<code>{permission}</code>} />
                ))}
              </div>
            </Checkbox.Group>
            <NativeSelect
              label={t('keyTerm')}
              data={terms.map((value) => ({ value: String(value), label: t('forDays', { count: value }) }))}
              value={String(days)}
              onChange={(event) => setDays(Number(event.currentTarget.value))}
              maw={240}
            />
            {make.isError && <AccountProblem error={make.error} />}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {shared('cancel')}
              </Button>
              <Button {...actionButton} type="submit" loading={make.isPending} disabled={scopes.length === 0}>
                {t('makeKey')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
