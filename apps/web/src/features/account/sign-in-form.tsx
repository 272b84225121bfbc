import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, useSignIn } from '@/api/session';
import { AccountProblem } from './account-problem';

/** E-mail and password. @param props.email fixed, where someone signs in again */
export function SignInForm(props: { email?: string; onSignedIn: (session: Session) => void }) {
  const { t } = useTranslation('shared');
  const [email, setEmail] = useState(props.email ?? '');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ email: email.trim(), password }, { onSuccess: props.onSignedIn });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {signIn.isError && <AccountProblem error={signIn.error} />}
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          readOnly={props.email !== undefined}
          size="md"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          size="md"
          data-autofocus={props.email !== undefined || undefined}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}
