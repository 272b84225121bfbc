/** How a row is run: the long form by the command, the short one in `npm test`. */
export interface RowOptions {
  /** What chance decides, such as moments and ways of a kill, is decided by this. */
  seed: number;
  short: boolean;
  /** Told what is tried, for who waits. */
  say: (words: string) => void;
  /** Settings of api and worker beside the usual ones. */
  env?: Readonly<Record<string, string>>;
}

/** What a row of "Load and faults" tried and what it found. */
export class Findings {
  /** Faults that were made: kills, restarts, cuts, attempts at the same thing at once. */
  faults = 0;
  /** What had been acknowledged or promised and is not there. */
  readonly lost: string[] = [];
  /** What is there more than once. */
  readonly doubled: string[] = [];
  /** What else is not as it must be: a rule, an answer, a process. */
  readonly broken: string[] = [];
  /** Figures worth a line in the report. */
  readonly figures: string[] = [];
  /** Parts that could not be tried on this machine, with what they need. */
  readonly skipped: string[] = [];

  constructor(private readonly say: (words: string) => void) {}

  /** Notes a fault that is about to be made. */
  fault(words: string): void {
    this.faults += 1;
    this.say(`  ${String(this.faults).padStart(3)}. ${words}`);
  }

  figure(words: string): void {
    this.figures.push(words);
    this.say(`  ${words}`);
  }

  skip(words: string): void {
    this.skipped.push(words);
    this.say(`  skipped: ${words}`);
  }

  /** Notes a broken rule unless it holds. */
  expect(holds: boolean, words: string): void {
    if (!holds) {
      this.broken.push(words);
    }
  }

  /** Takes over what a part of the row has found. */
  take(other: { lost: readonly string[]; doubled: readonly string[]; broken?: readonly string[] }): void {
    this.lost.push(...other.lost);
    this.doubled.push(...other.doubled);
    this.broken.push(...(other.broken ?? []));
  }

  get clean(): boolean {
    return this.lost.length + this.doubled.length + this.broken.length === 0;
  }

  /** Everything that is wrong, in words: empty when nothing is. */
  get wrong(): string[] {
    return [
      ...this.lost.map((words) => `lost: ${words}`),
      ...this.doubled.map((words) => `doubled: ${words}`),
      ...this.broken.map((words) => `broken: ${words}`),
    ];
  }
}

/** A row of the table "Load and faults". */
export interface Row {
  number: number;
  title: string;
  run: (options: RowOptions) => Promise<Findings>;
}
