import type { Product } from '../queries';

/** The product that the home page draws large, and whose makers it tells of: a basket where there is one. */
export function featured(products: readonly Product[]): Product | undefined {
  return products.find((product) => product.craft.code === 'basketry') ?? products[0];
}
