import { Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EntryShell } from '@/app/entry-shell';
import { TextLink } from '@/ui/link-button';
import { SignInForm } from './sign-in-form';

export default function SignInPage() {
  const { t } = useTranslation('shared');
  const { t: account } = useTranslation('account');
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  return (
    <EntryShell
      title={t('signIn')}
      below={
        <Stack gap="xs">
          <TextLink to="/forgot-password" underline="always">
            {account('forgotLink')}
          </TextLink>
          <span>
            {account('noAccount')}{' '}
            <TextLink to="/apply" underline="always">
              {account('applyLink')}
            </TextLink>
          </span>
        </Stack>
      }
    >
      <SignInForm onSignedIn={() => void navigate({ href: next ?? '/start' })} />
    </EntryShell>
  );
}
