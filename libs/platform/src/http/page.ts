import type { DomainError } from '../errors/domain-error.js';
import { errors } from '../errors/platform.errors.js';
import { Text, WholeNumber } from './fields.js';
import { JsonText } from './json-text.js';

/** `?cursor=&limit=` of every list. */
export class PageQuery {
  @Text({ max: 400, optional: true, description: 'nextCursor of the page before' })
  cursor?: string;

  @WholeNumber({ min: 1, max: 100, optional: true, default: 25 })
  limit?: number;
}

/** A page of a list. `nextCursor` is null on the last. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Where a page begins: the sort key and the id of the last row of the page before. */
export interface PageStart {
  key: string | null;
  id: string | null;
  limit: number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The refusal of a cursor that no page of the list gave. */
export function cursorUnknown(): DomainError {
  return errors.invalid_input({
    errors: [
      { pointer: '?cursor', code: 'cursor', detail: 'This is no cursor of this list. Begin without one.' },
    ],
  });
}

/** Reads a cursor. Its form is nobody's business outside; one that is not ours is refused. */
export function pageStart(query: PageQuery): PageStart {
  const limit = query.limit ?? 25;
  if (!query.cursor) {
    return { key: null, id: null, limit };
  }
  const [id = '', ...key] = Buffer.from(query.cursor, 'base64url').toString('utf8').split(' ');
  const joined = key.join(' ');
  if (!uuid.test(id) || joined.length === 0 || joined.includes('\u0000')) {
    throw cursorUnknown();
  }
  return { key: joined, id, limit };
}

/**
 * Cuts one row more than the limit into a page. Each row carries `sortKey`, the text of what the list is sorted by
 * (PostgreSQL's own, since a JavaScript date would lose its microseconds).
 */
export function toPage<Row extends { id: string; sortKey: string }>(
  rows: readonly Row[],
  start: PageStart,
): Page<Omit<Row, 'sortKey'>> {
  const items = rows.slice(0, start.limit);
  return {
    items: items.map(({ sortKey: _sortKey, ...item }) => item),
    nextCursor: cursorAfter(rows, items.at(-1)),
  };
}

/** A row of a page that the database has written: `item` is its JSON. */
export interface WrittenRow {
  id: string;
  sortKey: string;
  item: string;
}

/** As {@link toPage}, of rows that are JSON already. */
export function toWrittenPage<Item>(rows: readonly WrittenRow[], start: PageStart): JsonText<Page<Item>> {
  const items = rows.slice(0, start.limit);
  const written = items.map((row) => row.item).join(',');
  return new JsonText(
    `{"items":[${written}],"nextCursor":${JSON.stringify(cursorAfter(rows, items.at(-1)))}}`,
  );
}

function cursorAfter(
  rows: readonly unknown[],
  last: { id: string; sortKey: string } | undefined,
): string | null {
  const more = last !== undefined && rows.at(-1) !== last;
  return more ? Buffer.from(`${last.id} ${last.sortKey}`).toString('base64url') : null;
}
