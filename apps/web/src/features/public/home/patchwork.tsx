import { Link } from '@tanstack/react-router';
import { Cloth } from '@/ui/cloth';
import type { Product } from '../queries';
import { featured } from './featured';
import { Photo } from '../showcase/photo';
import styles from './home.module.css';

/** Pieces of a quilt: what is made, and between them the makers' cloths. */
export function Patchwork({ products }: { products: readonly Product[] }) {
  const large = featured(products);
  const pieces = [large, ...products.filter((product) => product !== large)].filter(
    (one) => one !== undefined,
  );
  return (
    <ul className={styles.patchwork}>
      {pieces.slice(0, 5).map((product) => (
        <li key={product.id} className={styles.patch} data-large={product === large || undefined}>
          <Link to="/products/$productId" params={{ productId: product.id }} className={styles.patchLink}>
            <Photo
              product={product}
              alt={product.name}
              eager
              sizes={product === large ? '(max-width: 900px) 46vw, 290px' : '(max-width: 900px) 23vw, 140px'}
            />
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
