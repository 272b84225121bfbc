/** What stands in the addresses of these lists, read with care: anyone can type an address. */
type Search = Record<string, unknown>;

/** What entries of the audit log are about. */
export const subjectTypes = [
  'organisation',
  'person',
  'member_invitation',
  'api_key',
  'certificate',
  'cooperative_profile',
  'product',
  'request',
  'quote',
  'award',
  'purchase_order',
  'order_document',
  'stored_file',
  'exchange_rate',
  'outbox_message',
] as const;

export interface AuditSearch {
  subjectType?: (typeof subjectTypes)[number];
  subjectId?: string;
  action?: string;
  personId?: string;
  /** Calendar days of the reader's own time zone, both included. */
  since?: string;
  until?: string;
}

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function auditSearch(search: Search): AuditSearch {
  const subjectType = subjectTypes.find((one) => one === search.subjectType);
  const { subjectId, action, personId, since, until } = search;
  return {
    ...(subjectType && { subjectType }),
    ...(isId(subjectId) && { subjectId }),
    ...(typeof action === 'string' && /^[a-z_]+\.[a-z_]+$/.test(action) && { action }),
    ...(isId(personId) && { personId }),
    ...(isDay(since) && { since }),
    ...(isDay(until) && { until }),
  };
}

const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

export interface WordSearch {
  search?: string;
}

export function wordSearch({ search }: Search): WordSearch {
  return (typeof search === 'string' || typeof search === 'number') && search !== ''
    ? { search: String(search) }
    : {};
}
