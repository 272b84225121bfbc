import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { Empty } from '@/ui/empty';
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
  const maySee = useMay('members.read');
  const [inviting, setInviting] = useState(false);
  if (!maySee) {
    return (
      <AccountPage title={shared('people')}>
        <Empty drawing="thread" title={t('peopleKept')}>
          {t('peopleKeptHint')}
        </Empty>
      </AccountPage>
    );
  }
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
