export const orderStates = [
  'issued',
  'accepted',
  'rejected',
  'change_proposed',
  'in_production',
  'shipped',
  'received',
  'closed',
  'cancelled',
] as const;

export interface OrdersSearch {
  state?: (typeof orderStates)[number];
  search?: string;
}

export function ordersSearch(given: Record<string, unknown>): OrdersSearch {
  const state = orderStates.find((one) => one === given.state);
  return {
    ...(state && { state }),
    ...(typeof given.search === 'string' && given.search && { search: given.search.slice(0, 100) }),
  };
}
