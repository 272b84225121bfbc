import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EntryShell } from '@/app/entry-shell';
import { SignInForm } from './sign-in-form';

export default function SignInPage() {
  const { t } = useTranslation('shared');
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  return (
    <EntryShell title={t('signIn')}>
      <SignInForm onSignedIn={() => void navigate({ href: next ?? '/start' })} />
    </EntryShell>
  );
}
