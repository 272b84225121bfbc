import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Problem } from '@/api/problem';
import { useSession } from '@/api/session';
import { Panel } from '@/ui/page';
import { say } from '@/ui/toast';
import { AccountProblem } from './account-problem';
import styles from './settings.module.css';

/** A new password; every other place is signed out. */
export function PasswordPanel() {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const { person } = useSession();
  const queries = useQueryClient();
  const [currentPassword, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = api.useMutation('post', '/v1/account/password', {
    onSuccess: () => {
      setCurrent('');
      setPassword('');
      say(t('passwordChanged'));
      void queries.invalidateQueries({ queryKey: ['get', '/v1/account/sessions'] });
    },
  });
  const isWrong = change.error instanceof Problem && change.error.code === 'credentials_wrong';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ body: { currentPassword, password } });
  };
  return (
    <Panel title={shared('password')}>
      <form onSubmit={submit} className={styles.form}>
        {/* For password managers: whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={person.email} readOnly hidden />
        <Stack gap="md">
          <PasswordInput
            label={t('currentPassword')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={currentPassword}
            error={isWrong && t('currentPasswordWrong')}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': shared('showPassword') }}
          />
          <PasswordInput
            label={t('newPassword')}
            description={t('passwordHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            required
            withAsterisk={false}
            minLength={12}
            maxLength={128}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': shared('showPassword') }}
          />
          {change.isError && !isWrong && <AccountProblem error={change.error} />}
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t('changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
