import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { doorOf, useSession } from '@/api/session';
import { OrganisationSwitch } from '@/features/account/organisation-switch';
import { LinkButton } from '@/ui/link-button';
import { Page, Panel } from '@/ui/page';
import { placesOf } from './places';
import { WorkShell } from './work-shell';

/** Around it stands one's own door, and below it one's other organisations: one of them may be meant. */
export default function ElsewherePage() {
  const { t } = useTranslation('shared');
  const session = useSession();
  const { person, organisation } = session;
  return (
    <WorkShell places={organisation ? placesOf(organisation.kind, t) : []}>
      <Page title={t('elsewhere')} width="narrow">
        <Stack gap="md">
          <Panel>
            <Stack gap="md" align="flex-start">
              <Text>
                {t('elsewhereHint', { name: person.name, organisation: organisation?.name ?? '–' })}
              </Text>
              <LinkButton to={doorOf(session)}>{t('toWork')}</LinkButton>
            </Stack>
          </Panel>
          <OrganisationSwitch />
        </Stack>
      </Page>
    </WorkShell>
  );
}
