import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import { useEffect, useSyncExternalStore } from 'react';
import type { LocalQuote } from '@/features/cooperative/quote/local-quote';

/** A quote on this device: what it says, whether the device has it safe, and what is under way. */
export interface Shelved {
  quote: LocalQuote;
  /** `failed` where the browser keeps nothing, as in some private windows. */
  here: 'writing' | 'kept' | 'failed';
  away: 'idle' | 'saving' | 'sending' | 'waiting';
}

let database: UseStore | undefined;
const store = (): UseStore => (database ??= createStore('weftway', 'quotes'));

const shelf = new Map<string, Shelved | null>();
const listeners = new Set<() => void>();

/** Devices are shared: everyone has their own, for each organisation. */
export const keyOf = (owner: string, requestId: string): string => `${owner}/${requestId}`;

function put(key: string, shelved: Shelved | null): void {
  shelf.set(key, shelved);
  listeners.forEach((listener) => listener());
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const shelved = (key: string): Shelved | null | undefined => shelf.get(key);

/** Reads a quote from the device, once. Null where there is none. */
export async function takeDown(key: string): Promise<Shelved | null> {
  const known = shelf.get(key);
  if (known !== undefined) {
    return known;
  }
  const quote = await get<LocalQuote>(key, store()).catch(() => undefined);
  // It may have been begun while it was looked for.
  const begun = shelf.get(key);
  if (begun === undefined) {
    put(key, quote ? { quote, here: 'kept', away: 'idle' } : null);
  }
  return shelf.get(key) ?? null;
}

const writing = new Set<string>();

/** Writes the newest of a quote, and again if it has changed in the meantime. */
async function write(key: string): Promise<void> {
  if (writing.has(key)) {
    return;
  }
  writing.add(key);
  try {
    for (;;) {
      const before = shelf.get(key);
      if (!before) {
        await del(key, store());
        return;
      }
      await set(key, before.quote, store());
      const after = shelf.get(key);
      if (after?.quote === before.quote) {
        put(key, { ...after, here: 'kept' });
        return;
      }
    }
  } catch {
    const now = shelf.get(key);
    if (now) {
      put(key, { ...now, here: 'failed' });
    }
  } finally {
    writing.delete(key);
  }
}

/** Puts a quote on the shelf and on the device. */
export function keep(key: string, quote: LocalQuote): void {
  const before = shelf.get(key);
  put(key, { quote, here: before?.here === 'failed' ? 'failed' : 'writing', away: before?.away ?? 'idle' });
  void write(key);
}

export function change(key: string, recipe: (quote: LocalQuote) => LocalQuote): void {
  const before = shelf.get(key);
  if (before) {
    keep(key, recipe(before.quote));
  }
}

export function setAway(key: string, away: Shelved['away']): void {
  const before = shelf.get(key);
  if (before && before.away !== away) {
    put(key, { ...before, away });
  }
}

export function forget(key: string): void {
  put(key, null);
  void del(key, store()).catch(() => undefined);
}

/** Every quote of someone that has something the server has not. */
export async function unsent(owner: string): Promise<{ key: string; quote: LocalQuote }[]> {
  const kept = await entries<string, LocalQuote>(store()).catch(() => []);
  return kept
    .filter(([key]) => key.startsWith(`${owner}/`))
    .map(([key, quote]) => ({ key, quote: shelf.get(key)?.quote ?? quote }))
    .filter(({ quote }) => quote.changes > quote.savedChanges || quote.heldBack > 0 || quote.wantsSending);
}

/** Clears away what the server has anyway: on a shared device the next one finds nothing of it. */
export async function tidy(): Promise<void> {
  const kept = await entries<string, LocalQuote>(store()).catch(() => []);
  await Promise.all(
    kept
      .filter(
        ([, quote]) => quote.changes === quote.savedChanges && quote.heldBack === 0 && !quote.wantsSending,
      )
      .map(([key]) => del(key, store())),
  );
  shelf.clear();
}

/** Undefined while it is looked for. */
export function useShelved(key: string): Shelved | null | undefined {
  useEffect(() => void takeDown(key), [key]);
  return useSyncExternalStore(subscribe, () => shelf.get(key));
}
