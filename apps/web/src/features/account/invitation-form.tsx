import { Button, PasswordInput, SegmentedControl, Skeleton, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { opened, sessionQuery } from '@/api/session';
import { AccountProblem } from './account-problem';

const SecondStep = lazy(() => import('./security/second-step'));

/** Someone new begins an account; someone who has one proves it by its password. */
export function InvitationForm(props: {
  token: string;
  invitation: Schemas['InvitationView'];
  onJoined: () => void;
}) {
  const { t, i18n } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const queries = useQueryClient();
  const { email } = props.invitation;
  const [known, setKnown] = useState(false);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accept = api.useMutation('post', '/v1/public/invitations/{token}/acceptance', {
    onSuccess: (session) => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, opened(session));
      props.onJoined();
    },
    onError: (error) => {
      if (error instanceof Problem && error.code === 'credentials_wrong') {
        // There is an account of this address: its password is asked for instead.
        setKnown(true);
        setPassword('');
      }
    },
  });
  const refusal = accept.error;
  if (refusal instanceof Problem && refusal.code === 'second_factor_needed') {
    return (
      <Suspense fallback={<Skeleton height={160} />}>
        <SecondStep
          refusal={refusal}
          email={email}
          onSignedIn={props.onJoined}
          // They have joined: what is left is to sign in.
          onBack={props.onJoined}
        />
      </Suspense>
    );
  }
  const at = (pointer: string) => (accept.error instanceof Problem ? accept.error.at(pointer) : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    accept.mutate({
      params: { path: { token: props.token } },
      body: {
        // Whoever has an account keeps their name.
        name: known ? email : name.trim(),
        password,
        language: i18n.language,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <SegmentedControl
          fullWidth
          aria-label={t('accountQuestion')}
          data={[
            { value: 'new', label: t('newHere') },
            { value: 'known', label: t('haveAccount') },
          ]}
          value={known ? 'known' : 'new'}
          onChange={(value) => {
            setKnown(value === 'known');
            accept.reset();
          }}
        />
        {accept.isError && <AccountProblem error={accept.error} credentialsHint={t('invitationPassword')} />}
        <TextInput label={shared('email')} size="md" value={email} readOnly autoComplete="username" />
        {!known && (
          <TextInput
            label={t('name')}
            size="md"
            required
            withAsterisk={false}
            maxLength={200}
            autoComplete="name"
            value={name}
            error={at('/name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          label={known ? shared('password') : t('choosePassword')}
          description={known ? undefined : t('passwordHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          size="md"
          required
          withAsterisk={false}
          minLength={known ? undefined : 12}
          maxLength={128}
          autoComplete={known ? 'current-password' : 'new-password'}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': shared('showPassword') }}
        />
        <Button type="submit" size="md" color="madder.6" loading={accept.isPending}>
          {t('join')}
        </Button>
      </Stack>
    </form>
  );
}
