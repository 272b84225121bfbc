import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { actionButton, LinkButton, TextLink } from '@/ui/link-button';
import { Head } from '../head';
import { chosenProductsQuery, figuresQuery } from '../queries';
import cards from '../showcase/cards.module.css';
import { ProductCard } from '../showcase/product-card';
import shell from '../shell/public-shell.module.css';
import { Doors } from './doors';
import { featured } from './featured';
import { Figures } from './figures';
import { MakersStory } from './makers-story';
import { Patchwork } from './patchwork';
import { Way } from './way';
import styles from './home.module.css';

/** What this is: to a buyer, to a cooperative, to whoever checks. */
export default function HomePage() {
  const { t } = useTranslation('public');
  const format = useFormat();
  const { data: figures } = useSuspenseQuery(figuresQuery);
  const { data: products } = useSuspenseQuery(chosenProductsQuery);
  const large = featured(products);
  return (
    <>
      <Head
        title={t('homeTitle')}
        description={t('homeLead')}
        data={{
          '@type': 'WebSite',
          name: 'Weftway',
          url: '/',
          potentialAction: {
            '@type': 'SearchAction',
            target: { '@type': 'EntryPoint', urlTemplate: '/showcase?search={search}' },
            'query-input': 'required name=search',
          },
        }}
      />
      <div className={`${shell.wrap} ${styles.hero}`}>
        <div className={styles.heroWords}>
          <h1 className={styles.heroTitle}>{t('heroTitle')}</h1>
          <p className={styles.heroLead}>{t('homeLead')}</p>
          <div className={styles.heroActions}>
            <LinkButton to="/showcase" size="md" h={52} {...actionButton}>
              {t('seeShowcase')}
            </LinkButton>
          </div>
        </div>
        <Patchwork products={products} />
      </div>
      <Figures figures={figures} />
      <Doors />
      <Way />
      {large && <MakersStory product={large} of={figures.cooperatives} />}
      {products.length > 0 && (
        <section className={`${shell.wrap} ${styles.section}`} aria-labelledby="made">
          <div className={styles.sectionHead}>
            <h2 id="made" className={styles.sectionTitle}>
              {t('madeByHand')}
            </h2>
            <TextLink to="/showcase" className={styles.sectionLink}>
              {t('allProducts', { number: format.number(figures.products) })}
            </TextLink>
          </div>
          <ul className={cards.grid}>
            {products.slice(0, 8).map((product) => (
              <ProductCard key={product.id} product={product} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
