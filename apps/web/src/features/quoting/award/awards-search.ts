export const awardStates = ['draft', 'awaiting_approval', 'confirmed', 'rejected'] as const;

export interface AwardsSearch {
  state?: (typeof awardStates)[number];
  search?: string;
}

export function awardsSearch(given: Record<string, unknown>): AwardsSearch {
  const state = awardStates.find((one) => one === given.state);
  return {
    ...(state && { state }),
    ...(typeof given.search === 'string' && given.search && { search: given.search.slice(0, 100) }),
  };
}
