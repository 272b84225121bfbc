import { Problem } from '@/api/problem';

/** `held`: something is to be mended first. `conflict`: someone else changed the same. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'held' | 'failed' | 'conflict';

export interface Source<Value> {
  /** Where a copy is kept on this device until the server has it. */
  key: string;
  same: (left: Value, right: Value) => boolean;
  /** Whether it can be sent as it is. */
  ready: (value: Value) => boolean;
  /** As the server has it now. */
  load: () => Promise<Value>;
  save: (value: Value) => Promise<void>;
  /** How long after the last change it is sent. */
  pause: (value: Value) => number;
}

export interface Saved<Value> {
  value: Value;
  state: SaveState;
  error: unknown;
  /** What someone else made of it, in a conflict. */
  theirs: Value | null;
}

interface Copy<Value> {
  value: Value;
  base: Value;
}

/**
 * Saves what is typed a moment after the last change, and keeps a copy on the device until the server has it. Someone else's
 * change of another part is no conflict; of the same part it is told, and the reader chooses.
 */
export class Autosave<Value> {
  #saved: Saved<Value>;
  #base: Value;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #source: Source<Value>;

  constructor(source: Source<Value>, base: Value) {
    this.#source = source;
    this.#base = base;
    this.#saved = { value: base, state: 'saved', error: null, theirs: null };
    const copy = this.#copy();
    if (copy && !source.same(copy.value, base)) {
      if (source.same(copy.base, base)) {
        this.set(copy.value);
      } else {
        this.#saved = { value: copy.value, state: 'conflict', error: null, theirs: base };
      }
    }
  }

  /** While someone looks on, a line that came back is used at once. */
  readonly #online = (): void => {
    if (this.#saved.state === 'failed') {
      void this.flush();
    }
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    globalThis.addEventListener('online', this.#online);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        globalThis.removeEventListener('online', this.#online);
      }
    };
  };

  readonly snapshot = (): Saved<Value> => this.#saved;

  get idle(): boolean {
    return this.#saved.state === 'saved';
  }

  /** What the server had when nothing here waited to be saved. */
  get base(): Value {
    return this.#base;
  }

  set(value: Value): void {
    const inConflict = this.#saved.state === 'conflict';
    this.#change({ value, ...(!inConflict && { state: 'waiting' }) });
    // At once, and in a conflict too: a window closed before the pause is over loses nothing.
    this.#keep();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#source.pause(value));
  }

  /** Sends what waits. Resolves when nothing is under way any more. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
    });
    await this.#sending;
  }

  /** The server was read again while something here waits: told when someone else changed the same. */
  meet(theirs: Value): void {
    if (!this.#source.same(theirs, this.#base)) {
      clearTimeout(this.#timer);
      this.#change({ state: 'conflict', theirs });
    }
  }

  /** Their change is written over by one's own. */
  keepMine(): void {
    this.#base = this.#saved.theirs ?? this.#base;
    this.#change({ state: 'waiting', theirs: null });
    void this.flush();
  }

  /** Starts again from what the server has: one's own is let go, and given back for an undo. */
  takeTheirs(theirs: Value = this.#saved.theirs ?? this.#base): Value {
    const mine = this.#saved.value;
    this.#base = theirs;
    this.#change({ value: theirs, state: 'saved', error: null, theirs: null });
    this.#forget();
    return mine;
  }

  async #send(): Promise<void> {
    while (
      this.#saved.state === 'waiting' ||
      this.#saved.state === 'failed' ||
      this.#saved.state === 'held'
    ) {
      const { value } = this.#saved;
      if (this.#source.same(value, this.#base)) {
        this.#change({ state: 'saved', error: null });
        this.#forget();
        return;
      }
      this.#keep();
      if (!this.#source.ready(value)) {
        this.#change({ state: 'held', error: null });
        return;
      }
      this.#change({ state: 'saving', error: null });
      try {
        await this.#source.save(value);
        this.#base = value;
        if (this.#saved.value === value) {
          this.#change({ state: 'saved', error: null });
          this.#forget();
        }
      } catch (error) {
        if (!(await this.#mayTryAgain(error))) {
          return;
        }
      }
    }
  }

  /** After someone else's change: whether it was of another part, so that one's own can follow it. */
  async #mayTryAgain(error: unknown): Promise<boolean> {
    if (error instanceof Problem && error.code === 'version_conflict') {
      try {
        const theirs = await this.#source.load();
        const same = this.#source.same(theirs, this.#base);
        this.#change(same ? { state: 'waiting' } : { state: 'conflict', theirs });
        return same;
      } catch (second) {
        this.#change({ state: 'failed', error: second });
        return false;
      }
    }
    this.#change({ state: 'failed', error });
    return false;
  }

  #change(part: Partial<Saved<Value>>): void {
    this.#saved = { ...this.#saved, ...part };
    this.#listeners.forEach((listener) => listener());
  }

  #copy(): Copy<Value> | null {
    try {
      const text = localStorage.getItem(this.#source.key);
      return text === null ? null : (JSON.parse(text) as Copy<Value>);
    } catch {
      return null;
    }
  }

  #keep(): void {
    try {
      const copy: Copy<Value> = { value: this.#saved.value, base: this.#base };
      localStorage.setItem(this.#source.key, JSON.stringify(copy));
    } catch {
      // A full or forbidden storage: the server is the only keeper then.
    }
  }

  #forget(): void {
    try {
      localStorage.removeItem(this.#source.key);
    } catch {
      // Nothing was kept either.
    }
  }
}
