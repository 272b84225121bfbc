import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useMay } from '@/api/session';
import { useFormat } from '@/i18n/format';
import { Empty } from '@/ui/empty';
import { actionButton, LinkButton } from '@/ui/link-button';
import { byCursor, RowsSkeleton } from '@/ui/list';
import { Motif } from '@/ui/motif';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { Tag } from '@/ui/state';
import { ActionBar } from './parts/action-bar';
import { Card, Cards } from './parts/card';
import { More } from './parts/more';
import { useUnits } from './parts/quantity';
import { SearchField } from './parts/search-field';
import { useCrafts } from './parts/use-crafts';
import styles from './products/products.module.css';
import { priceText } from './quote/amounts';

const route = getRouteApi('/signed-in/cooperative/products');

/** What this cooperative shows, and the way to its own page. */
export default function ProductsPage() {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const crafts = useCrafts();
  const { unit } = useUnits();
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay('products.write');
  const query = api.useInfiniteQuery(
    'get',
    '/v1/cooperative/products',
    { params: { query: { ...(search && { search }) } } },
    byCursor,
  );
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('productsTitle')} lead={t('productsLead')}>
      <Link to="/cooperative/profile" className={styles.profile}>
        {t('toProfile')}
      </Link>
      <div role="search">
        <SearchField
          label={t('searchProducts')}
          value={search}
          onChange={(value) => void navigate({ search: value ? { search: value } : {}, replace: true })}
        />
      </div>
      {query.isPending && <RowsSkeleton />}
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty drawing="basket" title={search ? t('productsNoneFound') : t('productsEmpty')}>
          {search ? t('productsNoneFoundWords') : t('productsEmptyWords')}
        </Empty>
      )}
      {rows.length > 0 && (
        <Cards label={t('productsTitle')}>
          {rows.map((product) => (
            <Card
              key={product.id}
              to="/cooperative/products/$productId"
              params={{ productId: product.id }}
              picture={
                product.photoFileId ? (
                  <img src={`/v1/cooperative/photos/${product.photoFileId}`} alt="" loading="lazy" />
                ) : (
                  <Motif id={product.id} size={84} />
                )
              }
              head={
                <>
                  <span>{crafts.name(product.craftCode)}</span>
                  {product.published ? <Tag tone="done">✓ {t('shown')}</Tag> : <Tag>{t('hidden')}</Tag>}
                </>
              }
              title={product.name}
            >
              <p data-figures>
                {t('priceFrom', {
                  price: format.money(priceText(product.priceFrom, product.currency), product.currency),
                })}
                {product.unitCode !== 'C62' && ` · ${unit(product.unitCode)}`}
              </p>
            </Card>
          ))}
        </Cards>
      )}
      <More query={query} />
      {mayWrite && (
        <ActionBar>
          <LinkButton to="/cooperative/products/new" size="md" {...actionButton}>
            {t('productAdd')}
          </LinkButton>
        </ActionBar>
      )}
    </Page>
  );
}
