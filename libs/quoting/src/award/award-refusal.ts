import { DomainError, type FieldError } from '#platform';
import { quotingErrors } from '../quoting.errors.js';

/**
 * Refuses with every breach in `errors`. The problem's own code is the breach's where all are of one kind, as the
 * trigger behind would say it, and `award_breaks_rules` where they are of several.
 */
export function assertNoProblems(problems: readonly FieldError[]): void {
  const first = problems[0];
  if (!first) {
    return;
  }
  if (problems.some((one) => one.code !== first.code)) {
    throw quotingErrors.award_breaks_rules({ errors: problems });
  }
  const known = (
    quotingErrors as Record<
      string,
      ((details: { detail: string; errors: readonly FieldError[] }) => DomainError) | undefined
    >
  )[first.code];
  const refusal = known ?? quotingErrors.award_breaks_rules;
  throw refusal({ detail: first.detail, errors: problems });
}
