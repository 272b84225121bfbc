import type { components } from './schema';

type ProblemDocument = components['schemas']['Problem'];
export type FieldProblem = NonNullable<ProblemDocument['errors']>[number];

/** A refusal as the api words it: what is wrong, where, and whether trying again can help. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  readonly requestId: string | null;
  /** The whole document: some codes carry more. */
  readonly document: Readonly<Record<string, unknown>>;

  constructor(document: Partial<ProblemDocument> & { status: number }) {
    super(document.detail ?? document.title ?? `The server answered ${document.status}`);
    this.name = 'Problem';
    this.status = document.status;
    this.code = document.code ?? 'unknown';
    this.fields = document.errors ?? [];
    this.requestId = document.requestId ?? null;
    this.document = document;
  }

  /** What is wrong with the field of a JSON pointer, such as `/lines/3/quantity`. */
  at(pointer: string): string | undefined {
    return this.fields.find((field) => field.pointer === pointer)?.detail;
  }
}

/** The request did not reach the server: nothing is known to have happened. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached', { cause });
    this.name = 'Unreachable';
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  try {
    return new Problem({ ...((await response.json()) as Partial<ProblemDocument>), status: response.status });
  } catch {
    return new Problem({ status: response.status });
  }
}
