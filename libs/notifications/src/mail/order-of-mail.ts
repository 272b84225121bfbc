import type { Tx } from '#platform';

/**
 * Mail to one address leaves in the order in which it was written. Messages to an address are written one transaction after
 * another, so that a later one has a later `created_at`; and they are sent one after another, the oldest first.
 */

/** Until the commit nobody else writes to these addresses; of two that write to the same ones, neither waits in a circle. */
export async function lockWriting(tx: Tx, addresses: readonly string[]): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(key)
       from (select distinct hashtextextended('write ' || lower(address), 0) as key from unnest($1::text[]) as a(address) order by key) k`,
    [addresses],
  );
}

/** Longer than a mail server may take in all, in milliseconds: the usual limit would cut off a mail that it has taken by then. */
const sendingMs = 300_000;

/** Until the commit nobody else sends to this address. Whoever is writing to it is waited for: what they write may be older. */
export async function lockSending(tx: Tx, address: string): Promise<void> {
  await tx.query(
    `select set_config('idle_in_transaction_session_timeout', $2, true),
            pg_advisory_xact_lock(hashtextextended('send ' || lower($1), 0))`,
    [address, String(sendingMs)],
  );
  await tx.query(
    `select pg_advisory_lock_shared(key), pg_advisory_unlock_shared(key)
       from (select hashtextextended('write ' || lower($1), 0) as key) k`,
    [address],
  );
}
