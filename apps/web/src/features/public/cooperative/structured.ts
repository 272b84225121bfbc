import type { Cooperative } from '../queries';

/** A cooperative in the words of schema.org. */
export function organisationData(cooperative: Cooperative): Record<string, unknown> {
  const path = `/cooperatives/${cooperative.id}`;
  return {
    '@type': 'Organization',
    '@id': path,
    url: path,
    name: cooperative.name,
    description: cooperative.story,
    ...(cooperative.founded !== null && { foundingDate: String(cooperative.founded) }),
    address: {
      '@type': 'PostalAddress',
      addressLocality: cooperative.place,
      ...(cooperative.region && { addressRegion: cooperative.region }),
      addressCountry: cooperative.country,
    },
    numberOfEmployees: { '@type': 'QuantitativeValue', value: cooperative.makers },
    knowsLanguage: cooperative.languages,
    knowsAbout: cooperative.crafts.map((craft) => craft.name),
    hasCertification: cooperative.certificates.map((held) => ({
      '@type': 'Certification',
      name: held.scheme,
      certificationIdentification: held.reference,
      expires: held.validUntil,
      url: `/verify/certificates/${held.reference}`,
    })),
  };
}
