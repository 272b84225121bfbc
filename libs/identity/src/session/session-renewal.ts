import { errors, type Tx } from '#platform';
import type { Secrets } from './secrets.js';

/**
 * Notes that whoever sits there proved who they are, and gives the session another token: what knew the former one, be it a
 * thief, has no part in what is allowed from now on.
 * @returns the session's new token
 */
export async function renewSession(
  tx: Tx,
  secrets: Secrets,
  sessionId: string,
  proved: { factor: boolean },
): Promise<string> {
  const token = secrets.newToken();
  const renewed = await tx.execute(
    `update session set token_hash = $2, proved_at = clock_timestamp(),
            factor_proved_at = case when $3 then clock_timestamp() else factor_proved_at end
      where id = $1 and revoked_at is null`,
    [sessionId, secrets.tokenHash(token), proved.factor],
  );
  if (renewed !== 1) {
    throw errors.not_signed_in();
  }
  return token;
}
