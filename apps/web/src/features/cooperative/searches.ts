/** What an address of a cooperative's list says beside its path: lists can be shared and come back to. */

type Search = Record<string, unknown>;

function oneOf<Value extends string>(value: unknown, values: readonly Value[]): Value | undefined {
  return values.find((one) => one === value);
}

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.slice(0, 100) : undefined;

/** Without a state, requests are those that can still be answered. */
export const requestStates = ['closed', 'awarded', 'all'] as const;
export const requestsSearch = (search: Search): { state?: (typeof requestStates)[number]; search?: string } =>
  present({ state: oneOf(search.state, requestStates), search: words(search.search) });

/** Which line is being quoted by its position, or the last look before sending; without both, the overview. */
export const quoteSearch = (search: Search): { line?: number; step?: 'send' } =>
  present({
    line: Number.isInteger(search.line) && Number(search.line) > 0 ? Number(search.line) : undefined,
    step: oneOf(search.step, ['send'] as const),
  });

export const orderStates = ['issued', 'accepted', 'rejected', 'cancelled'] as const;
export const ordersSearch = (search: Search): { state?: (typeof orderStates)[number]; search?: string } =>
  present({ state: oneOf(search.state, orderStates), search: words(search.search) });

export const certificateStates = ['action_required', 'in_review', 'granted', 'expired'] as const;
export const certificatesSearch = (
  search: Search,
): { state?: (typeof certificateStates)[number]; search?: string } =>
  present({ state: oneOf(search.state, certificateStates), search: words(search.search) });

export const newCertificateSearch = (search: Search): { scheme?: string } =>
  present({ scheme: words(search.scheme) });

export const productsSearch = (search: Search): { search?: string } =>
  present({ search: words(search.search) });

/** Left out where there is nothing, so that addresses stay short. */
function present<Found extends object>(
  found: Found,
): { [Key in keyof Found]?: Exclude<Found[Key], undefined> } {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as never;
}
