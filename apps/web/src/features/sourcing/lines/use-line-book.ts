import { type QueryClient, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { client, ifMatch } from '@/api/client';
import { inTurn } from '../drafting/in-turn';
import { advanced, readAt, versionOf } from '../drafting/versions';
import { linesQuery, requestQuery, type RequestView } from '../request/use-request';
import { faultsOf, inputOf, type Line, lineOf, sameLines } from './line';
import { LineBook } from './line-book';

/** Kept for as long as the portal is open: leaving a tab of the request does not end what can be taken back. */
const books = new Map<string, LineBook>();

/** The lines and the version of the request that they belong to. */
async function readLines(queries: QueryClient, id: string): Promise<Line[]> {
  const view = await queries.fetchQuery({ ...requestQuery(id), staleTime: 0 });
  const { items } = await queries.fetchQuery({ ...linesQuery(id), staleTime: 0 });
  readAt(id, 'lines', view.version);
  return items.map(lineOf);
}

async function saveLines(queries: QueryClient, id: string, lines: readonly Line[]): Promise<void> {
  const from = versionOf(id, 'lines');
  const { data } = await client.PUT('/v1/buyer/requests/{id}/lines', {
    params: { path: { id } },
    headers: ifMatch(from),
    body: { lines: lines.map(inputOf) },
  });
  if (data) {
    advanced(id, from, data.version);
    queries.setQueryData(requestQuery(id).queryKey, (view) => view && { ...view, ...data });
    // The estimate follows from the lines; other tabs show them.
    void queries.invalidateQueries({ queryKey: requestQuery(id).queryKey });
    void queries.invalidateQueries({ queryKey: linesQuery(id).queryKey });
  }
}

function openBook(queries: QueryClient, id: string, read: Line[], isCraft: (code: string) => boolean) {
  const before = books.get(id);
  if (before && before.autosave.idle && sameLines(before.lines, read)) {
    return before;
  }
  if (before && !before.autosave.idle) {
    before.autosave.meet(read);
    return before;
  }
  const book = new LineBook(
    {
      key: `weftway.lines.${id}`,
      ready: (lines) => lines.every((line) => Object.keys(faultsOf(line, isCraft)).length === 0),
      // Everything is sent at once, so much is sent less often.
      pause: (lines) => (lines.length > 300 ? 2_000 : 800),
      load: () => readLines(queries, id),
    },
    read,
    (lines) => inTurn(id, () => saveLines(queries, id, lines)),
  );
  books.set(id, book);
  return book;
}

/** The lines of a draft to be edited. */
export function useLineBook(view: RequestView, isCraft: (code: string) => boolean) {
  const queries = useQueryClient();
  const { id } = view;
  const { data } = useSuspenseQuery({
    queryKey: ['lines to edit', id],
    // After what another tab of the request is still saving.
    queryFn: () => inTurn(id, () => readLines(queries, id)),
    staleTime: Infinity,
    gcTime: 0,
  });
  const book = useMemo(() => openBook(queries, id, data, isCraft), [queries, id, data, isCraft]);
  useEffect(() => () => void book.autosave.flush(), [book]);
  const saved = useSyncExternalStore(book.autosave.subscribe, book.autosave.snapshot);
  const reload = async (): Promise<void> => book.replaced(await readLines(queries, id));
  return { book, saved, reload };
}

/** Whether everything written in the grid of a request has reached the server. */
export function linesAreSaved(id: string): boolean {
  return books.get(id)?.autosave.idle ?? true;
}
