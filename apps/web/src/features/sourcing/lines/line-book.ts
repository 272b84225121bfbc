import { Problem } from '@/api/problem';
import { Autosave, type Source } from '../drafting/autosave';
import { type ColumnName, columnNames, type Line, sameLines, written } from './line';

type Lines = readonly Line[];

const mostSteps = 200;

/** What the server found wrong, by line and cell; forgotten as soon as the line is changed. */
export type Refused = ReadonlyMap<Line, Partial<Record<ColumnName, string>>>;

/** The lines of a draft while they are edited: every step can be taken back, and each is saved by itself. */
export class LineBook {
  readonly autosave: Autosave<Lines>;
  #past: Lines[] = [];
  #future: Lines[] = [];
  #refused: Refused = new Map();

  constructor(
    source: Omit<Source<Lines>, 'same' | 'save'>,
    base: Lines,
    save: (lines: Lines) => Promise<void>,
  ) {
    this.autosave = new Autosave<Lines>(
      {
        ...source,
        same: sameLines,
        save: async (lines) => {
          const sent = written(lines);
          try {
            this.#refused = new Map();
            await save(sent);
          } catch (error) {
            this.#refused = error instanceof Problem ? refusedOf(error, sent) : new Map();
            throw error;
          }
        },
      },
      base,
    );
  }

  get lines(): Lines {
    return this.autosave.snapshot().value;
  }

  get refused(): Refused {
    return this.#refused;
  }

  get mayUndo(): boolean {
    return this.#past.length > 0;
  }

  get mayRedo(): boolean {
    return this.#future.length > 0;
  }

  change(next: Lines): void {
    if (next !== this.lines) {
      this.#past = [...this.#past.slice(1 - mostSteps), this.lines];
      this.#future = [];
      this.autosave.set(next);
    }
  }

  undo(): void {
    const before = this.#past.pop();
    if (before) {
      this.#future.push(this.lines);
      this.autosave.set(before);
    }
  }

  redo(): void {
    const after = this.#future.pop();
    if (after) {
      this.#past.push(this.lines);
      this.autosave.set(after);
    }
  }

  /** What the server has by another way, such as an import: a step that can be taken back as well. */
  replaced(lines: Lines): void {
    this.#past.push(this.lines);
    this.#future = [];
    this.autosave.takeTheirs(lines);
  }
}

function refusedOf(problem: Problem, sent: Lines): Refused {
  const refused = new Map<Line, Partial<Record<ColumnName, string>>>();
  for (const { pointer, detail } of problem.fields) {
    const [, index, field] = /^\/lines\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
    const line = sent[Number(index)];
    const column = columnNames.find((name) => name === field);
    if (line && column) {
      refused.set(line, { ...refused.get(line), [column]: detail });
    }
  }
  return refused;
}
