import { useMediaQuery } from '@mantine/hooks';
import {
  IconBell,
  IconBuilding,
  IconChevronRight,
  IconHistory,
  IconKey,
  IconShieldLock,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { Page } from '@/ui/page';
import styles from './account-page.module.css';

interface Entry {
  to: LinkProps['to'];
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean; className?: string }>;
}

/** Where one's own account leads, by what one may do. */
function useEntries(): Entry[] {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('shared');
  const { permissions, organisation } = useSession();
  const may = (permission: string): boolean => organisation !== null && permissions.includes(permission);
  return [
    { to: '/account', label: shared('accountSettings'), icon: IconUserCircle },
    { to: '/account/security', label: t('security'), icon: IconShieldLock },
    { to: '/account/messages', label: shared('messages'), icon: IconBell },
    ...(may('organisation.read')
      ? [{ to: '/account/organisation' as const, label: t('organisation'), icon: IconBuilding }]
      : []),
    ...(may('members.read')
      ? [{ to: '/account/people' as const, label: shared('people'), icon: IconUsers }]
      : []),
    ...(may('api_keys.write')
      ? [{ to: '/account/api-keys' as const, label: t('apiKeys'), icon: IconKey }]
      : []),
    ...(may('audit.read')
      ? [{ to: '/account/audit-log' as const, label: shared('auditLog'), icon: IconHistory }]
      : []),
  ];
}

/** A screen of one's account: its neighbours beside it, on a phone behind the way back. */
export function AccountPage(props: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The first of them: on a phone it lists the others. */
  first?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('shared');
  const entries = useEntries();
  const { first = false } = props;
  // Where the neighbours stand beside it, there is no way back to show.
  const narrow = useMediaQuery('(max-width: 1000px)');
  return (
    <Page
      title={props.title}
      lead={props.lead}
      actions={props.actions}
      {...(!first && narrow && { back: { to: '/account' as const, label: t('account') } })}
    >
      <div className={styles.desk}>
        <nav className={`${styles.nav} ${first ? '' : styles.away}`} aria-label={t('account')}>
          {entries.map(({ to, label, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className={styles.link}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'data-active': true }}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              <span>{label}</span>
              <IconChevronRight size={16} stroke={1.6} aria-hidden className={styles.on} />
            </Link>
          ))}
        </nav>
        <div className={styles.content}>{props.children}</div>
      </div>
    </Page>
  );
}
