import { Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { client, type Schemas } from '@/api/client';
import type { Session } from '@/api/session';
import { AccountProblem } from './account-problem';
import { useKeepSession } from './security/keep-session';
import { canUsePasskeys } from './security/passkey';

const SecondStep = lazy(() => import('./security/second-step'));

/** E-mail and password, then a second factor where there is one. @param props.email fixed, where someone signs in again */
export function SignInForm(props: { email?: string; onSignedIn: (session: Session) => void }) {
  const { t } = useTranslation('shared');
  const { t: account } = useTranslation('account');
  const [email, setEmail] = useState(props.email ?? '');
  const [password, setPassword] = useState('');
  const keep = useKeepSession();
  const onSuccess = (session: Session | undefined): void => {
    if (session) {
      keep(session);
      props.onSignedIn(session);
    }
  };
  const signIn = useMutation({
    mutationFn: async (body: Schemas['SignIn']) => (await client.POST('/v1/public/sessions', { body })).data,
    onSuccess,
  });
  const passkey = useMutation({
    mutationFn: async () => (await import('./security/second-step')).signInByPasskey(null),
    onSuccess,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    passkey.reset();
    signIn.mutate({ email: email.trim(), password });
  };
  const refusal = signIn.error;
  if (refusal instanceof Problem && refusal.code === 'second_factor_needed') {
    return (
      <Suspense fallback={<Skeleton height={160} />}>
        <SecondStep
          refusal={refusal}
          email={email.trim()}
          onSignedIn={props.onSignedIn}
          onBack={() => {
            setPassword('');
            signIn.reset();
          }}
        />
      </Suspense>
    );
  }
  const error = signIn.error ?? passkey.error;
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {error && <AccountProblem error={error} />}
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
        {canUsePasskeys() && (
          <Button variant="default" size="md" loading={passkey.isPending} onClick={() => passkey.mutate()}>
            {account('signInByPasskey')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
