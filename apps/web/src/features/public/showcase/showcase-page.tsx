import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Head } from '../head';
import { figuresQuery } from '../queries';
import shell from '../shell/public-shell.module.css';
import { ShowcaseList } from './showcase-list';
import { ShowcaseTools } from './showcase-tools';
import styles from './showcase.module.css';

/** A link is the current one only if it leads to the very list that is shown. */
const exactly = { exact: true, includeSearch: true };

export default function ShowcasePage() {
  const { t } = useTranslation('public');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const search = useSearch({ from: '/public/showcase' });
  const { data: figures } = useSuspenseQuery(figuresQuery);
  const lead = t('showcaseLead', { number: format.number(figures.cooperatives) });
  return (
    <div className={shell.wrap}>
      <Head
        title={t('showcaseTitle')}
        description={lead}
        unlisted={Boolean(
          search.search ??
          search.craft ??
          search.country ??
          search.certificate ??
          search.sort ??
          search.after,
        )}
      />
      <header className={styles.head}>
        <h1 className={styles.title}>{shared('showcase')}</h1>
        <p className={styles.lead} suppressHydrationWarning>
          {lead}
        </p>
      </header>
      <ShowcaseTools search={search} countries={figures.countries} />
      <nav className={styles.tabs} aria-label={shared('showcase')}>
        <Link
          to="/showcase"
          search={{ ...search, show: undefined, after: undefined }}
          className={styles.tab}
          activeOptions={exactly}
          aria-current={search.show === undefined ? 'page' : undefined}
          resetScroll={false}
        >
          {shared('products')}
        </Link>
        <Link
          to="/showcase"
          search={{ ...search, show: 'cooperatives', sort: undefined, after: undefined }}
          className={styles.tab}
          activeOptions={exactly}
          aria-current={search.show === 'cooperatives' ? 'page' : undefined}
          resetScroll={false}
        >
          {shared('cooperatives')}
        </Link>
        {search.show === undefined && (
          <span className={styles.sort}>
            {([undefined, 'name'] as const).map((sort) => (
              <Link
                key={sort ?? 'newest'}
                to="/showcase"
                search={{ ...search, sort, after: undefined }}
                className={styles.sortLink}
                activeOptions={exactly}
                aria-current={search.sort === sort ? 'true' : undefined}
                resetScroll={false}
                replace
              >
                {t(sort === 'name' ? 'sortByName' : 'sortNewest')}
              </Link>
            ))}
          </span>
        )}
      </nav>
      <ShowcaseList search={search} />
    </div>
  );
}
