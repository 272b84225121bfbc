import { createHash } from 'node:crypto';
import type { Actor } from './actor.js';
import { errors } from '../errors/platform.errors.js';
import type { Tx } from './tx.js';

/** The work, or the answer that was kept when it was done under the same Idempotency-Key; and what is written last to keep it. */
export async function onceForItsKey<Result>(
  tx: Tx,
  work: (tx: Tx) => Promise<Result>,
): Promise<{ result: Result; ending?: () => Promise<unknown> }> {
  const { actor } = tx;
  const claim = actor.idempotency;
  if (!claim) {
    return { result: await work(tx) };
  }
  // Claimed once a request: a second transaction of the same request is not the repetition of the first.
  actor.idempotency = undefined;
  const kept = await claimIdempotencyKey(tx, claim.key, claim.bodyHash);
  if (kept) {
    return { result: kept.answer as Result };
  }
  const result = await work(tx);
  return {
    result,
    ending: () =>
      tx.execute(
        `update idempotency_record set answer = $3 where organisation_id = $1 and actor_id = $2 and key = $4`,
        [...idempotencyOwner(actor), JSON.stringify(result ?? null), claim.key],
      ),
  };
}

function idempotencyOwner(actor: Actor): [string, string] {
  const owner = actor.personId ?? actor.apiKeyId;
  if (!actor.organisationId || !owner) {
    throw errors.not_signed_in();
  }
  return [actor.organisationId, owner];
}

/** Claims the key or answers what was kept under it. A claim under way elsewhere is waited for by the unique key. */
async function claimIdempotencyKey(
  tx: Tx,
  key: string,
  bodyHash: string,
): Promise<{ answer: unknown } | null> {
  const owner = idempotencyOwner(tx.actor);
  const claimed = await tx.execute(
    `insert into idempotency_record (organisation_id, actor_id, key, body_hash) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [...owner, key, bodyHash],
  );
  if (claimed === 1) {
    return null;
  }
  const kept = await tx.one<{ body_hash: string; answer: unknown }>(
    'select body_hash, answer from idempotency_record where organisation_id = $1 and actor_id = $2 and key = $3',
    [...owner, key],
  );
  if (kept.body_hash !== bodyHash) {
    throw errors.idempotency_key_reused();
  }
  return { answer: kept.answer };
}

/** The hash under which an Idempotency-Key remembers what was sent. */
export function bodyHashOf(route: string, body: string | Buffer): string {
  return createHash('sha256').update(route).update('\n').update(body).digest('hex');
}
