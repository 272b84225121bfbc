import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Problem, Unreachable } from '@/api/problem';
import { Autosave } from './autosave';

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
};

/** A server that keeps one text, and what it answers next. */
function server(first: string) {
  const state = { text: first, version: 1, seen: 1, refusal: null as Error | null };
  const open = (base = first): Autosave<string> =>
    new Autosave<string>(
      {
        key: 'draft',
        same: (one, other) => one === other,
        ready: (text) => text !== '',
        load: () => {
          state.seen = state.version;
          return Promise.resolve(state.text);
        },
        save: (text) => {
          if (state.refusal) {
            return Promise.reject(state.refusal);
          }
          if (state.seen !== state.version) {
            return Promise.reject(new Problem({ status: 412, code: 'version_conflict' }));
          }
          state.text = text;
          return Promise.resolve();
        },
        pause: () => 500,
      },
      base,
    );
  return { state, open };
}

describe('autosave', () => {
  beforeEach(() => {
    kept.clear();
    jest.useFakeTimers();
    Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
  });
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'localStorage');
  });

  it('sends what was typed a moment after the last key, once', async () => {
    const { state, open } = server('a');
    const draft = open();
    draft.set('ab');
    draft.set('abc');
    await jest.advanceTimersByTimeAsync(499);
    expect([state.text, draft.snapshot().state]).toEqual(['a', 'waiting']);
    await jest.advanceTimersByTimeAsync(1);
    expect([state.text, draft.snapshot().state]).toEqual(['abc', 'saved']);
    expect(kept.size).toBe(0);
  });

  it('keeps what could not be sent on the device, and goes on from it', async () => {
    const { state, open } = server('a');
    state.refusal = new Unreachable(null);
    const draft = open();
    draft.set('typed offline');
    await draft.flush();
    expect(draft.snapshot().state).toBe('failed');
    state.refusal = null;
    const again = open();
    expect(again.snapshot()).toMatchObject({ value: 'typed offline', state: 'waiting' });
    await again.flush();
    expect(state.text).toBe('typed offline');
  });

  it('keeps every key on the device at once, before anything is sent', () => {
    const { open } = server('a');
    open().set('half a wo');
    expect(open().snapshot().value).toBe('half a wo');
  });

  it('keeps what is typed while a conflict is open', async () => {
    const { state, open } = server('a');
    const draft = open();
    state.text = 'theirs';
    state.version = 2;
    draft.set('mine');
    await draft.flush();
    draft.set('mine and more');
    expect(open('theirs').snapshot()).toMatchObject({ value: 'mine and more', state: 'conflict' });
  });

  it('holds what is to be mended first, without sending it', async () => {
    const { state, open } = server('a');
    const draft = open();
    draft.set('');
    await draft.flush();
    expect([state.text, draft.snapshot().state]).toEqual(['a', 'held']);
  });

  it('follows someone else’s change of another part', async () => {
    const { state, open } = server('a');
    const draft = open();
    state.version = 2;
    draft.set('mine');
    await draft.flush();
    expect([state.text, draft.snapshot().state]).toEqual(['mine', 'saved']);
  });

  it('tells a change of the same part, and writes over neither until the reader has chosen', async () => {
    const { state, open } = server('a');
    const draft = open();
    state.text = 'theirs';
    state.version = 2;
    draft.set('mine');
    await draft.flush();
    expect(draft.snapshot()).toMatchObject({ state: 'conflict', value: 'mine', theirs: 'theirs' });
    expect(state.text).toBe('theirs');
    draft.keepMine();
    await draft.flush();
    expect([state.text, draft.snapshot().state]).toEqual(['mine', 'saved']);
  });

  it('gives back one’s own when theirs is taken, for an undo', async () => {
    const { state, open } = server('a');
    const draft = open();
    state.text = 'theirs';
    state.version = 2;
    draft.set('mine');
    await draft.flush();
    expect(draft.takeTheirs()).toBe('mine');
    expect(draft.snapshot()).toMatchObject({ value: 'theirs', state: 'saved' });
    expect(kept.size).toBe(0);
  });
});
