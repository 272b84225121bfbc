import type { QueryClient } from '@tanstack/react-query';
import { client, ifMatch, type Schemas } from '@/api/client';
import { Problem, Unreachable } from '@/api/problem';
import type { LocalQuote, Refusal } from '@/features/cooperative/quote/local-quote';
import { linesQuery, quoteQuery, requestQuery } from '@/features/cooperative/quote/queries';
import { bodyOf, readQuote, sameAsServer } from '@/features/cooperative/quote/read-quote';
import { change, keyOf, setAway, shelved, takeDown, unsent } from './quote-shelf';

const autosaveMs = 1_500;
const longestWaitMs = 60_000;

/** Tells the server what is written here: drafts while they are typed, and what is to be sent until it is answered. */
export class QuoteSender {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #failures = new Map<string, number>();
  readonly #running = new Set<string>();
  readonly #queries: QueryClient;
  readonly #owner: string;
  readonly #onSent: (quote: LocalQuote) => void;

  /** @param onSent told wherever its reader is by then: the line may have returned on another screen */
  constructor(queries: QueryClient, owner: string, onSent: (quote: LocalQuote) => void) {
    this.#queries = queries;
    this.#owner = owner;
    this.#onSent = onSent;
  }

  /** Looks after everything that was left unsent, now and whenever the line returns. */
  start(): () => void {
    const all = (): void => void this.#resume();
    const seen = (): void => {
      if (document.visibilityState === 'visible') {
        all();
      }
    };
    all();
    addEventListener('online', all);
    document.addEventListener('visibilitychange', seen);
    return () => {
      removeEventListener('online', all);
      document.removeEventListener('visibilitychange', seen);
      this.#timers.forEach((timer) => clearTimeout(timer));
    };
  }

  async #resume(): Promise<void> {
    for (const { key, quote } of await unsent(this.#owner)) {
      await takeDown(key);
      this.#failures.delete(quote.requestId);
      if (!quote.refusal && (quote.wantsSending || quote.changes > quote.savedChanges)) {
        this.#soon(quote.requestId, 0);
      }
    }
  }

  /** After a change: once the typing rests. */
  touch(requestId: string): void {
    this.#soon(requestId, autosaveMs);
  }

  /** At once: someone asked for it. */
  now(requestId: string): void {
    this.#failures.delete(requestId);
    this.#soon(requestId, 0);
  }

  #soon(requestId: string, ms: number): void {
    clearTimeout(this.#timers.get(requestId));
    this.#timers.set(
      requestId,
      setTimeout(() => void this.#alone(requestId), ms),
    );
  }

  /** One at a time, also over several windows. */
  async #alone(requestId: string): Promise<void> {
    if (this.#running.has(requestId)) {
      this.#soon(requestId, autosaveMs);
      return;
    }
    this.#running.add(requestId);
    try {
      await ('locks' in navigator
        ? navigator.locks.request(`weftway-quote-${requestId}`, () => this.#tell(requestId))
        : this.#tell(requestId));
    } finally {
      this.#running.delete(requestId);
    }
  }

  async #tell(requestId: string): Promise<void> {
    const key = keyOf(this.#owner, requestId);
    const before = shelved(key)?.quote;
    if (!before || (before.changes === before.savedChanges && !before.wantsSending)) {
      return;
    }
    setAway(key, before.wantsSending ? 'sending' : 'saving');
    let lineIds: string[] = [];
    try {
      const [request, asked] = await Promise.all([
        this.#queries.ensureQueryData(requestQuery(requestId)),
        this.#queries.ensureQueryData(linesQuery(requestId)),
      ]);
      const reading = readQuote(before, request, asked);
      const told = bodyOf(before, reading);
      lineIds = told.lineIds;
      if (reading.validityFault) {
        setAway(key, 'idle');
        return;
      }
      const saved = await this.#save(before, told.body);
      if (saved) {
        change(key, (quote) => ({
          ...quote,
          version: saved.version,
          savedChanges: before.changes,
          heldBack: told.heldBack,
          refusal: null,
        }));
      }
      const now = shelved(key)?.quote;
      if (now?.wantsSending && now.changes === now.savedChanges && reading.complete && now.version !== null) {
        await this.#send(key, requestId, now.version, told.body);
        this.#onSent(now);
      }
      this.#failures.delete(requestId);
      setAway(key, 'idle');
      const after = shelved(key)?.quote;
      if (after && after.changes > after.savedChanges) {
        this.touch(requestId);
      }
    } catch (error) {
      this.#failed(key, requestId, lineIds, error);
    }
  }

  /** Null where the server has all of it already. */
  async #save(quote: LocalQuote, body: Schemas['QuoteDraft']): Promise<Schemas['QuoteView'] | null> {
    if (quote.changes === quote.savedChanges) {
      return null;
    }
    const path = { requestId: quote.requestId };
    try {
      const { data } = await client.PUT('/v1/cooperative/requests/{requestId}/quote', {
        params: { path },
        body,
        headers: quote.version === null ? {} : ifMatch(quote.version),
      });
      return this.#know(data as Schemas['QuoteView']);
    } catch (error) {
      // The answer to an earlier attempt may have been lost: then the server has it already.
      if (isConflict(error)) {
        const { data } = await client.GET('/v1/cooperative/requests/{requestId}/quote', { params: { path } });
        if (data && sameAsServer(body, data.draft ?? data.submitted)) {
          return this.#know(data);
        }
      }
      throw error;
    }
  }

  async #send(key: string, requestId: string, version: number, body: Schemas['QuoteDraft']): Promise<void> {
    setAway(key, 'sending');
    const params = { path: { requestId } };
    let answer: Schemas['QuoteView'] | undefined;
    try {
      const sent = await client.POST('/v1/cooperative/requests/{requestId}/quote/submission', {
        params,
        headers: ifMatch(version),
      });
      answer = sent.data;
    } catch (error) {
      const { data } = isConflict(error)
        ? await client.GET('/v1/cooperative/requests/{requestId}/quote', { params })
        : { data: undefined };
      if (!data || data.state !== 'submitted' || data.draft !== null || !sameAsServer(body, data.submitted)) {
        throw error;
      }
      answer = data;
    }
    const sent = this.#know(answer as Schemas['QuoteView']);
    change(key, (quote) => ({
      ...quote,
      version: sent.version,
      wantsSending: false,
      refusal: null,
      // What was sent was looked at.
      lines: Object.fromEntries(
        Object.entries(quote.lines).map(([id, line]) => [id, { ...line, filledFrom: null }]),
      ),
    }));
  }

  #know(quote: Schemas['QuoteView']): Schemas['QuoteView'] {
    this.#queries.setQueryData(quoteQuery(quote.requestId).queryKey, quote);
    return quote;
  }

  #failed(key: string, requestId: string, lineIds: string[], error: unknown): void {
    if (error instanceof Unreachable || (error instanceof Problem && error.status >= 500)) {
      setAway(key, 'waiting');
      const failures = (this.#failures.get(requestId) ?? 0) + 1;
      this.#failures.set(requestId, failures);
      this.#soon(requestId, Math.min(longestWaitMs, 2_000 * 2 ** (failures - 1)));
      return;
    }
    setAway(key, 'idle');
    const refusal = refusalOf(error, lineIds);
    change(key, (quote) => ({ ...quote, wantsSending: false, refusal }));
    void this.#queries.invalidateQueries({ queryKey: quoteQuery(requestId).queryKey });
  }
}

function isConflict(error: unknown): error is Problem {
  return (
    error instanceof Problem &&
    ['version_conflict', 'version_required', 'wrong_state', 'nothing_to_submit'].includes(error.code)
  );
}

function refusalOf(error: unknown, lineIds: readonly string[]): Refusal {
  if (!(error instanceof Problem)) {
    return { code: 'unknown', detail: String(error), fields: [] };
  }
  return {
    code: error.code,
    detail: error.message,
    fields: error.fields.map(({ pointer, detail }) => {
      const found = /^\/lines\/(\d+)\/(.+)$/.exec(pointer);
      return {
        lineId: found ? (lineIds[Number(found[1])] ?? null) : null,
        field: found?.[2] ?? pointer.slice(1),
        detail,
      };
    }),
  };
}
