/** One wrong place in what was sent: an RFC 6901 pointer into the body, or `?name` for a query parameter. */
export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
}

/** A refusal in the words of the domain. The http layer turns it into an RFC 9457 problem. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    /** Further members of the problem document, such as `retryAfterSeconds`. */
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${detail}`);
    this.name = 'DomainError';
  }
}

interface RefusalDetails {
  detail?: string;
  errors?: readonly FieldError[];
  extra?: Readonly<Record<string, unknown>>;
}

/** Declares a context's error codes: `{ code: [status, words] }` becomes one function a code. */
export function defineErrors<Codes extends string>(
  codes: Record<Codes, readonly [status: number, words: string]>,
): Record<Codes, (details?: RefusalDetails) => DomainError> {
  const entries = Object.entries<readonly [number, string]>(codes).map(([code, [status, words]]) => [
    code,
    (details: RefusalDetails = {}) =>
      new DomainError(code, status, details.detail ?? words, details.errors, details.extra),
  ]);
  return Object.fromEntries(entries) as Record<Codes, (details?: RefusalDetails) => DomainError>;
}
