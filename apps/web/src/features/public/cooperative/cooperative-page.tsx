import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { actionButton, LinkButton } from '@/ui/link-button';
import { Head } from '../head';
import { Listed } from '../listed';
import { cooperativeQuery, type Cooperative } from '../queries';
import cards from '../showcase/cards.module.css';
import { photoPath } from '../showcase/photo';
import { ProductCard } from '../showcase/product-card';
import { Cloth } from '@/ui/cloth';
import shell from '../shell/public-shell.module.css';
import { shorten } from '../shorten';
import { useNames } from '../use-names';
import { Certificates } from './certificates';
import { CooperativeFacts } from './cooperative-facts';
import styles from './cooperative.module.css';
import { organisationData } from './structured';

export default function CooperativePage() {
  const { cooperativeId } = useParams({ from: '/public/cooperatives/$cooperativeId' });
  const { data } = useSuspenseQuery(cooperativeQuery(cooperativeId));
  // Its loader has found it; a moment later it may have been taken down.
  return data && <Shown cooperative={data} />;
}

function Shown({ cooperative }: { cooperative: Cooperative }) {
  const { t } = useTranslation('public');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const names = useNames();
  const { id, name, place, story, products } = cooperative;
  const places = [place, cooperative.region, format.country(cooperative.country)];
  const photo = products.find((product) => product.photoFileId)?.photoFileId;
  return (
    <>
      <Head
        title={`${name} · Weftway`}
        description={shorten(story || [name, ...places].filter(Boolean).join(', '), 200)}
        kind="article"
        image={photo ? { path: photoPath(photo), width: 600, height: 600, alt: name } : undefined}
        data={organisationData(cooperative)}
      />
      <div className={styles.cover}>
        <Cloth id={id} />
      </div>
      <div className={`${shell.wrap} ${styles.sheet}`}>
        <div className={styles.words}>
          <p className={styles.where} suppressHydrationWarning>
            <Listed items={places} />
          </p>
          <h1 className={styles.title}>{name}</h1>
          <p className={styles.crafts}>{cooperative.crafts.map(names.craft).join(' · ')}</p>
          {story.split(/\n+/).map((paragraph) => (
            <p key={paragraph} className={styles.story} dir="auto">
              {paragraph}
            </p>
          ))}
        </div>
        <aside className={styles.side}>
          <CooperativeFacts cooperative={cooperative} />
          <LinkButton
            to="/buyer/cooperatives/$cooperativeId"
            params={{ cooperativeId: id }}
            h={52}
            size="md"
            fullWidth
            {...actionButton}
          >
            {t('buyFrom')}
          </LinkButton>
          <p className={styles.note}>{t('buyFromHint')}</p>
        </aside>
      </div>
      <div className={shell.wrap}>
        <Certificates held={cooperative.certificates} />
        {products.length > 0 && (
          <section className={styles.section} aria-labelledby="products">
            <h2 id="products" className={styles.sectionTitle}>
              {shared('products')}
            </h2>
            <ul className={cards.grid}>
              {products.map((product) => (
                <ProductCard key={product.id} product={product} maker={false} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
