import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Unreachable } from '@/api/problem';
import type { Schemas } from '@/api/client';
import { useMay } from '@/api/session';
import { keep, keyOf, type Shelved, shelved, useShelved } from '@/offline/quote-shelf';
import { useSending } from '@/offline/sender-context';
import { fromKnown, fromServer } from './fill-in';
import { emptyLine, type LocalQuote, type TypedLine } from './local-quote';
import { knownQuery, linesQuery, quoteQuery, requestQuery } from './queries';
import { type AskedLine, type AskedRequest, type QuoteReading, readQuote } from './read-quote';

export interface QuoteAtHand {
  request: AskedRequest;
  asked: readonly AskedLine[];
  server: Schemas['QuoteView'] | null;
  local: LocalQuote;
  /** Null where nothing was changed here. */
  shelved: Shelved | null;
  reading: QuoteReading;
  /** It can still be written and sent. */
  open: boolean;
  /** The request is another than when this was written. */
  stale: boolean;
  change: (recipe: (quote: LocalQuote) => LocalQuote) => void;
  changeLine: (lineId: string, part: Partial<TypedLine>) => void;
  send: () => void;
  /** Goes on with what is written here, over what someone saved elsewhere. */
  keepMine: () => void;
  /** Leaves what is written here for what the server has; gives back what was left. */
  takeTheirs: () => LocalQuote;
  restore: (quote: LocalQuote) => void;
}

export type QuoteState = { quote: QuoteAtHand; error: null } | { quote: null; error: unknown };

const isAhead = (quote: LocalQuote): boolean =>
  quote.changes > quote.savedChanges || quote.heldBack > 0 || quote.wantsSending || quote.refusal !== null;

/** A quote as it stands on this device and on the server, and everything that can be done to it. */
export function useQuote(requestId: string): QuoteState & { retry: () => void } {
  const { owner, sender } = useSending();
  const key = keyOf(owner, requestId);
  const here = useShelved(key);
  const request = useQuery(requestQuery(requestId));
  const lines = useQuery(linesQuery(requestId));
  const held = useQuery(quoteQuery(requestId));
  const mayWrite = useMay('quotes.write');
  // Without a line nothing is known of a quote on the server. If there is one, saving finds out and asks.
  const server = held.data ?? (held.error instanceof Unreachable ? null : held.data);
  const known = useQuery({
    ...knownQuery(requestId),
    enabled: server === null && here === null && request.data?.state === 'open',
  });

  const local = useMemo((): LocalQuote | null => {
    if (!request.data || !lines.data || here === undefined) {
      return null;
    }
    if (here && (isAhead(here.quote) || !server || (here.quote.version ?? 0) >= server.version)) {
      return here.quote;
    }
    if (server) {
      return fromServer(request.data, lines.data, server);
    }
    return server === null && (known.data || known.isError || request.data.state !== 'open')
      ? fromKnown(request.data, lines.data, known.data ?? { lastQuote: null, products: [] })
      : null;
  }, [request.data, lines.data, here, server, known.data, known.isError]);

  const quote = useMemo((): QuoteAtHand | null => {
    if (!request.data || !lines.data || !local) {
      return null;
    }
    const asked = lines.data;
    const now = request.data;
    const latest = (): LocalQuote => {
      const newest = shelved(key)?.quote;
      return newest && newest.changes >= local.changes && newest.version === local.version ? newest : local;
    };
    const change = (recipe: (quote: LocalQuote) => LocalQuote): void => {
      const before = latest();
      keep(key, {
        ...recipe(before),
        requestRevision: now.revision,
        changes: before.changes + 1,
        wantsSending: false,
        refusal: null,
      });
      sender.touch(requestId);
    };
    return {
      request: now,
      asked,
      server: server ?? null,
      local,
      shelved: here ?? null,
      reading: readQuote(local, now, asked),
      open: now.state === 'open' && mayWrite,
      stale: (server?.stale ?? false) || local.requestRevision < now.revision,
      change,
      changeLine: (lineId, part) => {
        const line = asked.find(({ id }) => id === lineId);
        change((before) => ({
          ...before,
          lines: {
            ...before.lines,
            [lineId]: { ...(before.lines[lineId] ?? emptyLine(line?.quantity ?? '')), ...part },
          },
        }));
      },
      send: () => {
        const before = latest();
        keep(key, {
          ...before,
          requestRevision: now.revision,
          changes: before.changes + 1,
          wantsSending: true,
          refusal: null,
        });
        sender.now(requestId);
      },
      keepMine: () => {
        const before = latest();
        keep(key, {
          ...before,
          version: server?.version ?? null,
          changes: before.changes + 1,
          refusal: null,
        });
        sender.now(requestId);
      },
      takeTheirs: () => {
        const before = latest();
        if (server) {
          keep(key, fromServer(now, asked, server));
        }
        return before;
      },
      restore: (former) => keep(key, former),
    };
  }, [request.data, lines.data, local, key, here, server, mayWrite, sender, requestId]);

  const failed = request.error ?? lines.error ?? (held.error instanceof Unreachable ? null : held.error);
  const retry = (): void => {
    void request.refetch();
    void lines.refetch();
    void held.refetch();
  };
  return quote ? { quote, error: null, retry } : { quote: null, error: failed, retry };
}
