import { Cloth } from '@/ui/cloth';
import type { Product } from '../queries';
import styles from './cards.module.css';

/** Each screen fetches the smallest of these that is sharp on it. */
const widths = [160, 320, 640, 1200];

export const photoPath = (fileId: string, width?: number): string =>
  `/v1/public/photos/${fileId}${width === undefined ? '' : `?width=${width}`}`;

/** Its width in a grid of products. */
const inGrid = '(max-width: 640px) 46vw, (max-width: 1000px) 31vw, 270px';

/** A product's photo, square, its place kept before it arrives; or cloth of its cooperative's. */
export function Photo(props: { product: Product; alt?: string; eager?: boolean; sizes?: string }) {
  const { product, alt = '', eager = false, sizes = inGrid } = props;
  const fileId = product.photoFileId;
  return fileId ? (
    <img
      className={styles.photo}
      src={photoPath(fileId, 640)}
      srcSet={widths.map((width) => `${photoPath(fileId, width)} ${width}w`).join(', ')}
      sizes={sizes}
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
