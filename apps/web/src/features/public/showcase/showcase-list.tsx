import { VisuallyHidden } from '@mantine/core';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/empty';
import { LinkButton, TextLink } from '@/ui/link-button';
import { cooperativesQuery, productsQuery } from '../queries';
import type { ShowcaseSearch } from '../searches';
import cards from './cards.module.css';
import { CooperativeCard } from './cooperative-card';
import { ProductCard } from './product-card';
import styles from './showcase.module.css';

export function ShowcaseList({ search }: { search: ShowcaseSearch }) {
  return search.show ? <Cooperatives search={search} /> : <Products search={search} />;
}

function Products({ search }: { search: ShowcaseSearch }) {
  const { t } = useTranslation('shared');
  const query = useSuspenseInfiniteQuery(productsQuery(search));
  const products = query.data.pages.flatMap((page) => page.items);
  return (
    <Pages query={query} none={products.length === 0} search={search}>
      <VisuallyHidden component="h2">{t('products')}</VisuallyHidden>
      <ul className={cards.grid}>
        {products.map((product, index) => (
          <ProductCard key={product.id} product={product} eager={index < 4} />
        ))}
      </ul>
    </Pages>
  );
}

function Cooperatives({ search }: { search: ShowcaseSearch }) {
  const { t } = useTranslation('shared');
  const query = useSuspenseInfiniteQuery(cooperativesQuery(search));
  const cooperatives = query.data.pages.flatMap((page) => page.items);
  return (
    <Pages query={query} none={cooperatives.length === 0} search={search}>
      <VisuallyHidden component="h2">{t('cooperatives')}</VisuallyHidden>
      <ul className={`${cards.grid} ${cards.wide}`}>
        {cooperatives.map((cooperative) => (
          <CooperativeCard key={cooperative.id} cooperative={cooperative} />
        ))}
      </ul>
    </Pages>
  );
}

function Pages(props: {
  query: {
    data: { pages: readonly { nextCursor: string | null }[] };
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => Promise<unknown>;
  };
  search: ShowcaseSearch;
  none: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('public');
  const { t: shared } = useTranslation('shared');
  const busy = useRouterState({ select: (state) => state.isLoading });
  const { query } = props;
  const next = query.data.pages.at(-1)?.nextCursor ?? undefined;
  if (props.none) {
    return (
      <Empty
        drawing="basket"
        title={shared('nothingFound')}
        action={
          <LinkButton to="/showcase" activeOptions={{ exact: true }} variant="default" h={44}>
            {t('clearFilters')}
          </LinkButton>
        }
      >
        {t('nothingFoundHint')}
      </Empty>
    );
  }
  return (
    <div className={styles.list} aria-busy={busy}>
      {props.search.after && (
        <p className={styles.start}>
          <TextLink to="/showcase" search={{ ...props.search, after: undefined }}>
            {t('fromStart')}
          </TextLink>
        </p>
      )}
      {props.children}
      {query.hasNextPage && (
        <div className={styles.more}>
          {/* Without scripts it leads to the page after this one; with them the list grows. */}
          <LinkButton
            to="/showcase"
            search={{ ...props.search, after: next }}
            variant="default"
            size="md"
            h={48}
            loading={query.isFetchingNextPage}
            onClick={(event) => {
              event.preventDefault();
              void query.fetchNextPage();
            }}
          >
            {shared('more')}
          </LinkButton>
        </div>
      )}
    </div>
  );
}
