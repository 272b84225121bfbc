import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { Motif } from '@/ui/motif';
import { openPalette } from './palette-store';
import { Brand } from './brand';
import styles from './work-shell.module.css';

export interface Place {
  to: string;
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  /** Left out of the bar on a phone, which has room for five. */
  sideOnly?: boolean;
}

/** Side, or on a phone top and bottom bar, around the screens of a door. The first place is the work list. */
export function WorkShell({ places, children }: { places: readonly Place[]; children?: ReactNode }) {
  const { t } = useTranslation('shared');
  const path = useRouterState({ select: (state) => state.location.pathname });
  // The work list's address begins the others': only its own counts.
  const active = [...places]
    .sort((left, right) => right.to.length - left.to.length)
    .find((place) => path === place.to || path.startsWith(`${place.to}/`));
  return (
    <div className={styles.shell}>
      <a href="#main" className="skip-link">
        {t('skipToContent')}
      </a>
      <header className={styles.top}>
        <Brand className={styles.brand} size={24} />
        <Who compact />
      </header>
      <nav className={styles.side} aria-label={t('navigation')}>
        <Brand className={styles.brand} size={28} />
        {places.map(({ to, label, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            className={styles.link}
            activeOptions={{ exact: true }}
            data-active={active?.to === to}
            aria-current={active?.to === to ? 'page' : undefined}
          >
            <Icon size={18} stroke={1.6} aria-hidden />
            {label}
          </Link>
        ))}
        <div className={styles.spring} />
        <UnstyledButton className={styles.link} onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
          <IconSearch size={18} stroke={1.6} aria-hidden />
          {t('palette')}
        </UnstyledButton>
        <Who />
      </nav>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children ?? <Outlet />}
      </main>
      <nav className={styles.bar} aria-label={t('navigation')}>
        {places
          .filter((place) => !place.sideOnly)
          .map(({ to, label, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className={styles.tab}
              activeOptions={{ exact: true }}
              data-active={active?.to === to}
              aria-current={active?.to === to ? 'page' : undefined}
            >
              <Icon size={22} stroke={1.6} aria-hidden />
              {label}
            </Link>
          ))}
      </nav>
    </div>
  );
}

const WhoMenu = lazy(() => import('./who-menu'));

/** Who is signed in, for which organisation. On a phone it leads to their settings, which hold the rest. */
function Who({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('shared');
  const { person, organisation } = useSession();
  const [opened, setOpened] = useState(false);
  if (compact) {
    return (
      <Link to="/account" className={styles.compact} aria-label={t('account')}>
        <Motif id={organisation?.id ?? person.id} size={30} />
      </Link>
    );
  }
  const button = (
    <UnstyledButton className={styles.who} onClick={() => setOpened(true)} aria-haspopup="menu">
      <Motif id={organisation?.id ?? person.id} size={34} />
      <span className={styles.whoWords}>
        <span className={styles.whoName}>{person.name}</span>
        <span className={styles.whoOrganisation}>{organisation?.name}</span>
      </span>
    </UnstyledButton>
  );
  // Its code comes with its first opening.
  return opened ? (
    <Suspense fallback={button}>
      <WhoMenu>{button}</WhoMenu>
    </Suspense>
  ) : (
    button
  );
}
