import type { HeldCertificate } from '#compliance';
import { DomainError, type Tx } from '#platform';
import type { RequestForAward, Requests } from '#sourcing';
import { quotingErrors } from '../quoting.errors.js';
import type { AwardTerms, MissingCertificate } from './award.rules.js';

/** What the rules need of a request. */
export function termsOf(request: RequestForAward): AwardTerms {
  return {
    revision: request.revision,
    splitWelcome: request.splitWelcome,
    moreThanAsked: request.moreThanAsked,
    lines: new Map(request.lines.map((line) => [line.id, line])),
  };
}

/**
 * The buyer's closed request under its lock, which every step of an award takes before the award's own.
 * @throws DomainError `award_already_made`, or `request_not_closed` in any other state
 */
export async function lockRequest(tx: Tx, requests: Requests, requestId: string): Promise<RequestForAward> {
  try {
    return await requests.lockForAward(tx, requestId);
  } catch (error) {
    throw error instanceof DomainError && error.extra.state === 'awarded'
      ? quotingErrors.award_already_made()
      : error;
  }
}

/** Which cooperative lacks which required scheme. */
export function missingCertificates(
  cooperatives: readonly { id: string; name: string }[],
  required: readonly { id: string; name: string }[],
  held: readonly HeldCertificate[],
): MissingCertificate[] {
  const has = new Set(held.map((one) => `${one.cooperativeId} ${one.schemeId}`));
  return cooperatives.flatMap((cooperative) =>
    required
      .filter((scheme) => !has.has(`${cooperative.id} ${scheme.id}`))
      .map((scheme) => ({
        cooperativeId: cooperative.id,
        cooperative: cooperative.name,
        scheme: scheme.name,
      })),
  );
}
