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
}

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function auditSearch(search: Search): AuditSearch {
  const subjectType = subjectTypes.find((one) => one === search.subjectType);
  const subjectId = typeof search.subjectId === 'string' && uuid.test(search.subjectId);
  return {
    ...(subjectType && { subjectType }),
    ...(subjectId && { subjectId: search.subjectId as string }),
  };
}

export interface WordSearch {
  search?: string;
}

export function wordSearch({ search }: Search): WordSearch {
  return (typeof search === 'string' || typeof search === 'number') && search !== ''
    ? { search: String(search) }
    : {};
}
