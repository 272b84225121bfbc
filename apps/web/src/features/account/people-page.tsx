import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { actionButton } from '@/ui/link-button';
import { AccountPage } from './account-page';
import { InvitationsPanel } from './invitations-panel';
import { InviteDialog } from './invite-dialog';
import { MembersPanel } from './members-panel';

/** Who belongs to the organisation, and who is invited to. */
export default function PeoplePage() {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const { search } = useSearch({ from: '/signed-in/account/people' });
  const navigate = useNavigate();
  const may = useMay('members.write');
  const [inviting, setInviting] = useState(false);
  return (
    <AccountPage
      title={shared('people')}
      lead={t('peopleLead')}
      actions={
        may && (
          <Button {...actionButton} onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        )
      }
    >
      <Stack gap="md">
        <MembersPanel
          search={search}
          onSearch={(text) =>
            void navigate({ to: '/account/people', search: text ? { search: text } : {}, replace: true })
          }
        />
        <InvitationsPanel />
      </Stack>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </AccountPage>
  );
}
