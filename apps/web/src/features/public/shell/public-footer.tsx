import { Link } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, languages } from '@/i18n/i18n';
import { WovenBand } from './woven-band';
import styles from './public-shell.module.css';

const exactly = { exact: true, includeSearch: true };

/** Only who comes down to the languages needs the letters of all of them. */
function useInSight(): [RefObject<HTMLElement | null>, boolean] {
  const place = useRef<HTMLElement>(null);
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) {
        observer.disconnect();
        setInSight(true);
      }
    });
    if (place.current) {
      observer.observe(place.current);
    }
    return () => observer.disconnect();
  }, []);
  return [place, inSight];
}

export function PublicFooter() {
  const { t, i18n } = useTranslation('public');
  const { t: shared } = useTranslation('shared');
  const [tongues, inSight] = useInSight();
  return (
    <footer className={styles.footer}>
      <WovenBand height={14} />
      <div className={`${styles.wrap} ${styles.footerRow}`}>
        <div>
          <p className={styles.promise}>{shared('promise')}</p>
          <p className={styles.small}>{t('openSource')}</p>
        </div>
        <nav aria-label={t('pages')}>
          <h2 className={styles.footerTitle}>{t('pages')}</h2>
          <ul className={styles.links}>
            <li>
              <Link to="/showcase" activeOptions={exactly}>
                {shared('products')}
              </Link>
            </li>
            <li>
              <Link to="/showcase" search={{ show: 'cooperatives' }} activeOptions={exactly}>
                {shared('cooperatives')}
              </Link>
            </li>
            <li>
              <Link to="/verify">{shared('verify')}</Link>
            </li>
            <li>
              <Link to="/apply">{t('join')}</Link>
            </li>
          </ul>
        </nav>
        <nav aria-label={shared('language')} ref={tongues}>
          <h2 className={styles.footerTitle}>{shared('language')}</h2>
          <ul className={`${styles.links} ${styles.tongues}`} data-in-sight={inSight}>
            {Object.entries(languages).map(
              ([code, name]) =>
                isLanguage(code) && (
                  <li key={code}>
                    <Link
                      to="."
                      search={(now) => ({ ...now, lang: code })}
                      lang={code}
                      hrefLang={code}
                      aria-current={i18n.language === code ? 'true' : undefined}
                    >
                      {name}
                    </Link>
                  </li>
                ),
            )}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
