import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { actionButton, LinkButton } from '@/ui/link-button';
import { Head } from '../head';
import { price } from '../price';
import { cooperativeQuery, type Product, productQuery } from '../queries';
import cards from '../showcase/cards.module.css';
import { Photo, photoPath } from '../showcase/photo';
import { ProductCard } from '../showcase/product-card';
import shell from '../shell/public-shell.module.css';
import { shorten } from '../shorten';
import { useNames } from '../use-names';
import { Maker } from './maker';
import { ProductFacts } from './product-facts';
import styles from './product.module.css';
import { productData } from './structured';

export default function ProductPage() {
  const { productId } = useParams({ from: '/public/products/$productId' });
  const { data } = useSuspenseQuery(productQuery(productId));
  return data && <Shown product={data} />;
}

function Shown({ product }: { product: Product }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const names = useNames();
  const { data: cooperative } = useSuspenseQuery(cooperativeQuery(product.cooperative.id));
  const others = (cooperative?.products ?? []).filter((other) => other.id !== product.id).slice(0, 4);
  const { name, description, photoFileId } = product;
  return (
    <div className={shell.wrap}>
      <Head
        title={`${name} · ${product.cooperative.name}`}
        description={shorten(
          `${name}. ${description}${description ? '. ' : ''}${product.cooperative.name}, ${product.cooperative.place}`,
          200,
        )}
        kind="product"
        image={photoFileId ? { path: photoPath(photoFileId), width: 600, height: 600, alt: name } : undefined}
        data={productData(product, cooperative)}
      />
      <article className={styles.product}>
        <div className={styles.picture}>
          <Photo product={product} alt={name} eager sizes="(max-width: 900px) 100vw, 600px" />
        </div>
        <div>
          <p className={styles.craft}>
            <Link to="/showcase" search={{ craft: product.craft.code }}>
              {names.craft(product.craft)}
            </Link>
          </p>
          <h1 className={styles.title}>{name}</h1>
          {description && (
            <p className={styles.description} dir="auto">
              {description}
            </p>
          )}
          <p className={styles.price} data-figures suppressHydrationWarning>
            {t('priceFrom', {
              price: format.money(price(product.priceFrom, product.currency), product.currency),
              unit: names.unit(product.unitCode),
            })}
          </p>
          <ProductFacts product={product} />
          <LinkButton
            to="/buyer/cooperatives/$cooperativeId"
            params={{ cooperativeId: product.cooperative.id }}
            h={52}
            size="md"
            className={styles.action}
            {...actionButton}
          >
            {t('askForQuote')}
          </LinkButton>
          <p className={styles.note}>{t('buyFromHint')}</p>
          {cooperative && <Maker cooperative={cooperative} />}
        </div>
      </article>
      {others.length > 0 && (
        <section className={styles.others} aria-labelledby="others">
          <h2 id="others" className={styles.sectionTitle}>
            {t('sameHands')}
          </h2>
          <ul className={cards.grid}>
            {others.map((other) => (
              <ProductCard key={other.id} product={other} maker={false} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
