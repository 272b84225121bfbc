import { type RequestState, requestStates } from './request/use-request';

/** What stands in the addresses of the sourcing lists, read with care: anyone can type an address. */
type Search = Record<string, unknown>;

export interface RequestsSearch {
  search?: string;
  state?: RequestState;
  sort?: 'deadline';
}

export function requestsSearch(search: Search): RequestsSearch {
  const state = requestStates.find((one) => one === search.state);
  return {
    ...text('search', search),
    ...(state && { state }),
    ...(search.sort === 'deadline' && { sort: 'deadline' as const }),
  };
}

export interface DirectorySearch {
  search?: string;
  craft?: string;
  country?: string;
  schemeId?: string;
}

export function directorySearch(search: Search): DirectorySearch {
  return {
    ...text('search', search),
    ...text('craft', search),
    ...text('country', search),
    ...text('schemeId', search),
  };
}

/** Without what is not asked for, so that the address stays short. */
export function present<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;
}

function text<Key extends string>(key: Key, search: Search): Partial<Record<Key, string>> {
  const value = search[key];
  return (typeof value === 'string' || typeof value === 'number') && value !== ''
    ? ({ [key]: String(value) } as Record<Key, string>)
    : {};
}
