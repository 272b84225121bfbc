import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { Cloth } from '@/ui/cloth';
import { LinkButton } from '@/ui/link-button';
import { Listed } from '../listed';
import { cooperativeQuery, type Product } from '../queries';
import { Photo } from '../showcase/photo';
import shell from '../shell/public-shell.module.css';
import { shorten } from '../shorten';
import styles from './makers-story.module.css';

/** One cooperative in its own words, before its own cloth. */
export function MakersStory({ product, of }: { product: Product; of: number }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const { data: cooperative } = useSuspenseQuery(cooperativeQuery(product.cooperative.id));
  if (!cooperative?.story) {
    return null;
  }
  const { id, name, place, country, makers, products } = cooperative;
  const shown = products.filter((one) => one.photoFileId !== null).slice(0, 3);
  return (
    <section className={`${shell.wrap} ${styles.story}`} aria-labelledby="makers-story">
      <div className={styles.cloth}>
        <Cloth id={id} repeat={126} />
        <ul className={styles.products}>
          {shown.map((one) => (
            <li key={one.id}>
              <Link to="/products/$productId" params={{ productId: one.id }} className={styles.product}>
                <Photo product={one} alt={one.name} sizes="(max-width: 900px) 30vw, 180px" />
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.words}>
        <p className={styles.eyebrow} suppressHydrationWarning>
          {t('oneOfCooperatives', { count: of, number: format.number(of) })}
        </p>
        <h2 id="makers-story" className={styles.name}>
          {name}
        </h2>
        <blockquote className={styles.quote} dir="auto">
          {shorten(cooperative.story, 340)}
        </blockquote>
        <p className={styles.facts} suppressHydrationWarning>
          <Listed items={[place, format.country(country)]} />
          {' · '}
          {t('makers', { count: makers, number: format.number(makers) })}
        </p>
        <LinkButton
          to="/cooperatives/$cooperativeId"
          params={{ cooperativeId: id }}
          variant="default"
          h={48}
          size="md"
        >
          {t('meetMakers')}
        </LinkButton>
      </div>
    </section>
  );
}
