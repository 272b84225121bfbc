import type { Document } from '../medium/platform/openapi-document.js';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What every session in these tests has: its browser, its address, and what its audit entry is about. */
const ofTheTests = ['lightMyRequest', '127.0.0.1', 'sign-in'];
/** Days and moments, and the words that the api itself speaks: `request.published`, `Africa/Nairobi`. */
const common = /^(\d{4}-\d\d-\d\d([T ].*)?|[a-z_]+(\.[a-z_]+)*|[A-Z][a-z]+\/[A-Za-z_]+|https?:.*)$/;

/** What the victims' own answers told, and what of that is known to all. */
export class Canaries {
  private readonly told = new Map<string, string>();
  private readonly open = new Set<string>();

  constructor(private readonly document: Document) {}

  /** How many things a stranger must never be told. */
  get size(): number {
    return [...this.told.keys()].filter((one) => !this.open.has(one)).length;
  }

  /** Notes every id, name, reference, text and price of an answer that is for its owner alone. */
  keep(text: string, from: string): void {
    for (const value of valuesOf(text)) {
      if (!this.told.has(value)) {
        this.told.set(value, from);
      }
    }
  }

  /** What is told to everyone is nobody's secret. */
  release(text: string): void {
    for (const value of valuesOf(text)) {
      this.open.add(value);
    }
  }

  /** Leaves out what the api's description has: names of permissions, states, roles. */
  settle(): void {
    this.release(JSON.stringify([Object.values(this.document.components.schemas), ofTheTests]));
  }

  /** Which of them an answer has, other than those that it was asked with. */
  in(text: string, asked: string): string[] {
    return [...valuesOf(text)]
      .filter((value) => this.told.has(value) && !this.open.has(value) && !asked.includes(value))
      .map((value) => `${JSON.stringify(value)} of ${this.told.get(value)}`);
  }
}

/** Ids anywhere in an answer, and the texts of a JSON answer that are long enough to be somebody's. */
function valuesOf(text: string): Set<string> {
  const found = new Set<string>(text.match(uuid) ?? []);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // A file: ids alone are looked for.
    return found;
  }
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length >= 5 && !common.test(value)) {
        found.add(value);
      }
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(walk);
    }
  };
  walk(body);
  return found;
}
