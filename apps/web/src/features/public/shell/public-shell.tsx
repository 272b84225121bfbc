import '@fontsource-variable/source-serif-4/wght.css';
import { useSearch } from '@tanstack/react-router';
import i18next from 'i18next';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { publicSearch } from '../searches';
import { PublicFooter } from './public-footer';
import { PublicHeader } from './public-header';
import styles from './public-shell.module.css';

/** Around every page for anyone. */
export function PublicShell({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('shared');
  const { lang } = publicSearch(useSearch({ strict: false }));
  useEffect(() => {
    // The address asks for a language without choosing it for good.
    if (lang && lang !== i18n.language) {
      void i18next.changeLanguage(lang);
    }
  }, [lang, i18n.language]);
  return (
    <div className={styles.shell}>
      <a href="#main" className="skip-link">
        {t('skipToContent')}
      </a>
      <PublicHeader />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <PublicFooter />
    </div>
  );
}
