import { Cloth } from '@/ui/cloth';
import type { Product } from '../queries';
import styles from './cards.module.css';

export const photoPath = (fileId: string): string => `/v1/public/photos/${fileId}`;

/** A product's photo, square, its place kept before it arrives; or cloth of its cooperative's. */
export function Photo(props: { product: Product; alt?: string; eager?: boolean }) {
  const { product, alt = '', eager = false } = props;
  return product.photoFileId ? (
    <img
      className={styles.photo}
      src={photoPath(product.photoFileId)}
      alt={alt}
      width={600}
      height={600}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : undefined}
      decoding="async"
    />
  ) : (
    <div className={styles.photo}>
      <Cloth id={product.cooperative.id} />
    </div>
  );
}
