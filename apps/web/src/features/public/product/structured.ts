import { organisationData } from '../cooperative/structured';
import type { Cooperative, Product } from '../queries';
import { photoPath } from '../showcase/photo';

/** A product in the words of schema.org. */
export function productData(product: Product, cooperative: Cooperative | null): Record<string, unknown> {
  const path = `/products/${product.id}`;
  return {
    '@type': 'Product',
    '@id': path,
    url: path,
    name: product.name,
    description: product.description,
    category: product.craft.name,
    ...(product.photoFileId && { image: photoPath(product.photoFileId) }),
    countryOfOrigin: { '@type': 'Country', name: product.cooperative.country },
    ...(cooperative && { manufacturer: organisationData(cooperative) }),
    offers: {
      '@type': 'Offer',
      price: product.priceFrom,
      priceCurrency: product.currency,
      itemCondition: 'https://schema.org/NewCondition',
      availability: 'https://schema.org/MadeToOrder',
      ...(product.minimumQuantity && {
        eligibleQuantity: { '@type': 'QuantitativeValue', minValue: product.minimumQuantity },
      }),
    },
  };
}
