import { Link } from '@tanstack/react-router';
import { Cloth } from '@/ui/cloth';
import type { Product } from '../queries';
import { Photo } from '../showcase/photo';
import styles from './home.module.css';

/** Pieces of a quilt: what is made, and between them the makers' cloths. */
export function Patchwork({ products }: { products: readonly Product[] }) {
  // The one that is drawn large is a basket where there is one.
  const large = products.find((product) => product.craft.code === 'basketry') ?? products[0];
  const pieces = [large, ...products.filter((product) => product !== large)].filter(
    (one) => one !== undefined,
  );
  return (
    <ul className={styles.patchwork}>
      {pieces.slice(0, 5).map((product) => (
        <li key={product.id} className={styles.patch} data-large={product === large || undefined}>
          <Link to="/products/$productId" params={{ productId: product.id }} className={styles.patchLink}>
            <Photo product={product} alt={product.name} eager />
          </Link>
        </li>
      ))}
      {pieces.slice(6, 10).map((product) => (
        <li key={product.id} className={styles.patch} aria-hidden>
          <Cloth id={product.cooperative.id} repeat={72} />
        </li>
      ))}
    </ul>
  );
}
