import { Button, PasswordInput, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryShell } from '@/app/entry-shell';
import { api } from '@/api/client';
import { Problem } from '@/api/problem';
import { LinkButton } from '@/ui/link-button';
import { AccountProblem } from '../account-problem';

/** Sets a new password by the link of a mail. */
export default function NewPasswordPage() {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const { token } = useParams({ from: '/password-reset/$token' });
  const [password, setPassword] = useState('');
  const complete = api.useMutation('post', '/v1/public/password-resets/completion');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    complete.mutate({ body: { token, password } });
  };
  if (complete.isSuccess) {
    return (
      <EntryShell title={t('passwordIsSet')} lead={t('passwordIsSetHint')}>
        <LinkButton to="/sign-in" search={{}} size="md">
          {shared('signIn')}
        </LinkButton>
      </EntryShell>
    );
  }
  if (complete.error instanceof Problem && complete.error.status === 404) {
    return (
      <EntryShell title={t('resetInvalid')} lead={t('resetInvalidHint')}>
        <LinkButton to="/forgot-password" size="md">
          {t('askAgain')}
        </LinkButton>
      </EntryShell>
    );
  }
  return (
    <EntryShell title={t('newPasswordTitle')} lead={t('newPasswordLead')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {complete.isError && <AccountProblem error={complete.error} />}
          <PasswordInput
            label={t('newPassword')}
            description={t('passwordHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            required
            withAsterisk={false}
            size="md"
            minLength={12}
            maxLength={128}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': shared('showPassword') }}
          />
          <Button type="submit" size="md" loading={complete.isPending}>
            {t('setPassword')}
          </Button>
        </Stack>
      </form>
    </EntryShell>
  );
}
