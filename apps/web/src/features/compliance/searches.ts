/** What stands in the addresses of the compliance lists, read with care: anyone can type an address. */
type Search = Record<string, unknown>;

export const reviewStates = [
  'submitted',
  'in_review',
  'action_required',
  'proposed',
  'granted',
  'refused',
  'suspended',
  'withdrawn',
  'expired',
] as const;
export type ReviewState = (typeof reviewStates)[number];

export const ages = [7, 14, 30, 60] as const;

export interface QueueSearch {
  state?: ReviewState;
  schemeId?: string;
  age?: (typeof ages)[number];
  search?: string;
}

export function queueSearch(search: Search): QueueSearch {
  const state = reviewStates.find((one) => one === search.state);
  const age = ages.find((one) => one === Number(search.age));
  return {
    ...(state && { state }),
    ...(typeof search.schemeId === 'string' && { schemeId: search.schemeId }),
    ...(age && { age }),
    ...text('search', search),
  };
}

export interface ExpiriesSearch {
  view?: 'list';
  /** `yyyy-mm`; this month when absent. */
  month?: string;
  search?: string;
}

export function expiriesSearch(search: Search): ExpiriesSearch {
  const month = typeof search.month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(search.month);
  return {
    ...(search.view === 'list' && { view: 'list' as const }),
    ...(month && { month: search.month as string }),
    ...text('search', search),
  };
}

export interface ConflictsSearch {
  search?: string;
  /** The cooperative that someone comes from, to declare a conflict with it. */
  cooperative?: string;
}

export function conflictsSearch(search: Search): ConflictsSearch {
  return { ...text('search', search), ...text('cooperative', search) };
}

function text<Key extends string>(key: Key, search: Search): Partial<Record<Key, string>> {
  const value = search[key];
  return (typeof value === 'string' || typeof value === 'number') && value !== ''
    ? ({ [key]: String(value) } as Record<Key, string>)
    : {};
}
