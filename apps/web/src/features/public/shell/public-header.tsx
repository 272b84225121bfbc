import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery, someoneWasSignedIn } from '@/api/session';
import { Brand } from '@/app/brand';
import { changeLanguage, isLanguage, languages } from '@/i18n/i18n';
import { LinkButton } from '@/ui/link-button';
import { WovenBand } from './woven-band';
import styles from './public-shell.module.css';

const never = () => () => undefined;

export function PublicHeader() {
  const { t } = useTranslation('shared');
  return (
    <header className={styles.header}>
      <div className={`${styles.wrap} ${styles.headerRow}`}>
        <Brand className={styles.brand} size={30} />
        <span className={styles.break} />
        <nav className={styles.nav} aria-label={t('navigation')}>
          <Link to="/showcase" className={styles.navLink}>
            {t('showcase')}
          </Link>
          <Link to="/verify" className={styles.navLink}>
            {t('verify')}
          </Link>
        </nav>
        <Tongue />
        <Enter />
      </div>
      <WovenBand />
    </header>
  );
}

/** Every language in its own name. Without scripts, the links at the foot of the page do the same. */
function Tongue() {
  const { t, i18n } = useTranslation('shared');
  const navigate = useNavigate();
  return (
    <NativeSelect
      className={styles.language}
      aria-label={t('language')}
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      value={i18n.language}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        if (isLanguage(chosen)) {
          void changeLanguage(chosen);
          // A choice outlives what an address asked for.
          void navigate({ to: '.', search: (now) => ({ ...now, lang: undefined }), replace: true });
        }
      }}
    />
  );
}

/** To sign in, or back to one's work. */
function Enter() {
  const { t } = useTranslation('public');
  const { t: shared } = useTranslation('shared');
  const ask = useSyncExternalStore(never, someoneWasSignedIn, () => false);
  const { data: session } = useQuery({ ...sessionQuery, enabled: ask });
  return session ? (
    <LinkButton to="/start" className={styles.enter} variant="filled" size="sm" h={44}>
      {t('openWork')}
    </LinkButton>
  ) : (
    <LinkButton to="/sign-in" className={styles.enter} variant="default" size="sm" h={44}>
      {shared('signIn')}
    </LinkButton>
  );
}
