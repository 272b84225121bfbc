import { Menu } from '@mantine/core';
import { IconCheck, IconLogout, IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { useSignOut, useSwitchOrganisation } from '@/features/account/session-changes';
import { Motif } from '@/ui/motif';

/** The way to one's other organisations, to settings, and out. Opened when it is first drawn. */
export default function WhoMenu({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shared');
  const session = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const change = useSwitchOrganisation();
  const own = session.organisations.filter((one) => one.state === 'admitted');
  return (
    <Menu defaultOpened position="top-start" width={280} withinPortal>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.person.email}</Menu.Label>
        {own.length > 1 &&
          own.map((organisation) => (
            <Menu.Item
              key={organisation.id}
              leftSection={<Motif id={organisation.id} size={20} />}
              rightSection={organisation.id === session.organisation?.id ? <IconCheck size={16} /> : null}
              onClick={() =>
                organisation.needsSecondFactor
                  ? void navigate({ to: '/account/security' })
                  : change.mutate(organisation.id, { onSuccess: () => void navigate({ to: '/start' }) })
              }
            >
              {organisation.name}
            </Menu.Item>
          ))}
        {own.length > 1 && <Menu.Divider />}
        <Menu.Item
          leftSection={<IconSettings size={18} stroke={1.6} aria-hidden />}
          onClick={() => void navigate({ to: '/account' })}
        >
          {t('accountSettings')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={18} stroke={1.6} aria-hidden />}
          onClick={() => signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/' }) })}
        >
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
