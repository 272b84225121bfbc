/** What stands in the addresses of an administrator's lists, read with care: anyone can type an address. */
type Search = Record<string, unknown>;

export const organisationStates = ['applied', 'admitted', 'refused'] as const;
export const organisationKinds = ['retailer', 'cooperative', 'assurance', 'platform'] as const;

export interface OrganisationsSearch {
  state?: (typeof organisationStates)[number];
  kind?: (typeof organisationKinds)[number];
  search?: string;
}

export function organisationsSearch(search: Search): OrganisationsSearch {
  const state = organisationStates.find((one) => one === search.state);
  const kind = organisationKinds.find((one) => one === search.kind);
  const text = typeof search.search === 'string' || typeof search.search === 'number';
  return {
    ...(state && { state }),
    ...(kind && { kind }),
    ...(text && search.search !== '' && { search: String(search.search) }),
  };
}

export interface RatesSearch {
  search?: string;
}

export function ratesSearch(search: Search): RatesSearch {
  return typeof search.search === 'string' && search.search !== '' ? { search: search.search } : {};
}
