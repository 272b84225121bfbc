import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryShell } from '@/app/entry-shell';
import { api } from '@/api/client';
import { LinkButton, TextLink } from '@/ui/link-button';
import { AccountProblem } from '../account-problem';

/** Asks for a link to set a new password. What is said after is the same whoever the address belongs to. */
export default function ForgotPasswordPage() {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const [email, setEmail] = useState('');
  const ask = api.useMutation('post', '/v1/public/password-resets');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate({ body: { email: email.trim() } });
  };
  if (ask.isSuccess) {
    return (
      <EntryShell title={t('lookIntoMail')} lead={t('lookIntoMailHint', { email: email.trim() })}>
        <LinkButton to="/sign-in" search={{}} variant="default">
          {shared('signIn')}
        </LinkButton>
      </EntryShell>
    );
  }
  return (
    <EntryShell
      title={t('forgotTitle')}
      lead={t('forgotLead')}
      below={
        <TextLink to="/sign-in" search={{}} underline="always">
          {t('backToSignIn')}
        </TextLink>
      }
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {ask.isError && <AccountProblem error={ask.error} />}
          <TextInput
            label={shared('email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            size="md"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={ask.isPending}>
            {t('sendLink')}
          </Button>
        </Stack>
      </form>
    </EntryShell>
  );
}
