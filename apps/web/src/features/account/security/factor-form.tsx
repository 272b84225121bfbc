import { Anchor, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountProblem } from '../account-problem';
import { canUsePasskeys } from './passkey';

const typed = ['password', 'totp', 'recovery_code'] as const;
export type TypedMethod = (typeof typed)[number];

/** Proves who one is, in the ways that the api named: by a passkey, or by what is typed. */
export function FactorForm(props: {
  methods: readonly string[];
  email: string | undefined;
  submit: string;
  byTyped: (method: TypedMethod, secret: string) => Promise<void>;
  byPasskey: () => Promise<void>;
}) {
  const { t } = useTranslation('account');
  const { methods, byTyped, byPasskey } = props;
  const choices = typed.filter((method) => methods.includes(method));
  const [chosen, setChosen] = useState<TypedMethod | undefined>(choices[0]);
  const [secret, setSecret] = useState('');
  const proof = useMutation({
    mutationFn: (given: TypedMethod | 'passkey') =>
      given === 'passkey' ? byPasskey() : byTyped(given, given === 'password' ? secret : secret.trim()),
    // A code that was refused is never good again.
    onError: (_, given) => given !== 'password' && setSecret(''),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen) {
      proof.mutate(chosen);
    }
  };
  const withPasskey = methods.includes('passkey') && canUsePasskeys();
  return (
    <Stack gap="md">
      {proof.isError && <AccountProblem error={proof.error} />}
      {withPasskey && (
        <Button
          size="md"
          leftSection={<IconFingerprint size={20} stroke={1.6} aria-hidden />}
          loading={proof.isPending && proof.variables === 'passkey'}
          onClick={() => proof.mutate('passkey')}
        >
          {t('usePasskey')}
        </Button>
      )}
      {withPasskey && chosen && <Divider label={t('or')} labelPosition="center" />}
      {chosen && (
        <form onSubmit={submit}>
          {/* For password managers: whose secret this is. */}
          <input
            type="text"
            name="username"
            autoComplete="username"
            value={props.email ?? ''}
            readOnly
            hidden
          />
          <Stack gap="md">
            <SecretInput
              key={chosen}
              method={chosen}
              value={secret}
              onChange={setSecret}
              first={!withPasskey}
            />
            <Button
              type="submit"
              size="md"
              variant={withPasskey ? 'default' : 'filled'}
              loading={proof.isPending && proof.variables !== 'passkey'}
              disabled={secret.trim() === ''}
            >
              {props.submit}
            </Button>
          </Stack>
        </form>
      )}
      {choices
        .filter((method) => method !== chosen)
        .map((method) => (
          <Anchor
            key={method}
            component="button"
            type="button"
            size="sm"
            ta="start"
            underline="always"
            onClick={() => {
              setChosen(method);
              setSecret('');
              proof.reset();
            }}
          >
            {t(method === 'totp' ? 'useApp' : 'useRecoveryCode')}
          </Anchor>
        ))}
    </Stack>
  );
}

function SecretInput(props: {
  method: TypedMethod;
  value: string;
  onChange: (value: string) => void;
  first: boolean;
}) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const { method, value, onChange, first } = props;
  const common = {
    size: 'md',
    required: true,
    withAsterisk: false,
    value,
    autoFocus: first,
    'data-autofocus': first || undefined,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  } as const;
  switch (method) {
    case 'password':
      return (
        <PasswordInput
          {...common}
          label={shared('password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': shared('showPassword') }}
        />
      );
    case 'totp':
      return <CodeInput {...common} label={t('appCode')} description={t('appCodeHint')} />;
    case 'recovery_code':
      return (
        <TextInput
          {...common}
          label={t('recoveryCode')}
          description={t('recoveryCodeHint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
      );
  }
}

/** Six digits of an authenticator app. */
export function CodeInput(props: {
  label: string;
  description?: string;
  size?: 'sm' | 'md';
  value: string;
  onChange: (event: { currentTarget: { value: string } }) => void;
}) {
  return (
    <TextInput
      required
      withAsterisk={false}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9 ]{6,8}"
      maxLength={8}
      dir="ltr"
      {...props}
    />
  );
}
