import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryShell } from '@/app/entry-shell';
import { LinkButton, TextLink } from '@/ui/link-button';
import { ApplicationForm } from './application-form';

/** An organisation applies to be admitted. */
export default function ApplicationPage() {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null) {
    return (
      <EntryShell title={t('applied')} lead={t('appliedHint', { email: sentTo })}>
        <LinkButton to="/" variant="default">
          {shared('home')}
        </LinkButton>
      </EntryShell>
    );
  }
  return (
    <EntryShell
      title={t('applyTitle')}
      lead={t('applyLead')}
      below={
        <>
          {t('accountQuestion')}{' '}
          <TextLink to="/sign-in" search={{}} underline="always">
            {shared('signIn')}
          </TextLink>
        </>
      }
    >
      <ApplicationForm onSent={setSentTo} />
    </EntryShell>
  );
}
