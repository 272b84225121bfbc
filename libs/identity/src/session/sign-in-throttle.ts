import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, systemActor, type Tx } from '#platform';
import { identityErrors } from '../identity.errors.js';

/** Failures within the window before a subject has to wait; each further one doubles the wait. */
const limits = { account: 5, address: 50 } as const;

/** Slows down guessing, by account and by network address; the same for accounts that do not exist. */
@Injectable()
export class SignInThrottle {
  constructor(private readonly database: Database) {}

  /**
   * Counts a try as failed before its password is looked at, so that many at once cannot all slip through before the first is
   * known to be wrong. Whoever was right takes it back by `succeeded`.
   * @throws DomainError `sign_in_throttled` with the seconds to wait
   */
  async admit(email: string, address: string): Promise<void> {
    const [account, network] = subjects(email, address);
    await this.database.inTransaction(systemActor('sign-in'), async (tx) => {
      const counted = await tx.execute(
        `insert into sign_in_throttle as t (subject, failures, first_failure_at)
         select subject, 1, weftway_now() from unnest($1::text[]) as s(subject) order by subject
         on conflict (subject) do update set
           failures = case when t.first_failure_at < weftway_now() - interval '1 hour' then 1 else t.failures + 1 end,
           first_failure_at = case when t.first_failure_at < weftway_now() - interval '1 hour' then weftway_now() else t.first_failure_at end,
           blocked_until = case when t.first_failure_at >= weftway_now() - interval '1 hour'
             and t.failures + 1 >= case when t.subject = $2 then ${limits.account} else ${limits.address} end
             then weftway_now() + least(interval '15 minutes', interval '5 seconds' * power(2, least(10,
               t.failures + 1 - case when t.subject = $2 then ${limits.account} else ${limits.address} end))) end
           where t.blocked_until is null or t.blocked_until <= weftway_now()`,
        [[account, network], account],
      );
      if (counted < 2) {
        // Thrown within the transaction: a try that is not admitted is not counted either.
        await this.refuse(tx, [account, network]);
      }
    });
  }

  async succeeded(email: string, address: string): Promise<void> {
    const [account, network] = subjects(email, address);
    await this.database.inTransaction(systemActor('sign-in'), async (tx) => {
      // In the order of `admit`, so that one who comes and one who was right do not wait for each other.
      await tx.execute('select 1 from sign_in_throttle where subject = any($1) order by subject for update', [
        [account, network],
      ]);
      await tx.execute('delete from sign_in_throttle where subject = $1', [account]);
      await tx.execute(
        `update sign_in_throttle set failures = greatest(failures - 1, 0),
                blocked_until = case when failures - 1 >= ${limits.address} then blocked_until end
          where subject = $1`,
        [network],
      );
    });
  }

  /** How many accounts and addresses have to wait now; 0 where the database cannot say. */
  async blocked(): Promise<number> {
    const counted = await this.database
      .read(systemActor('metrics'), (tx) =>
        tx.one<{ blocked: number }>(
          'select count(*)::float8 as blocked from sign_in_throttle where blocked_until > weftway_now()',
        ),
      )
      // weftway_database_up says that it does not answer; the other figures are still wanted.
      .catch(() => ({ blocked: 0 }));
    return counted.blocked;
  }

  /** Whoever proved who they are in another way may try at once. */
  async forgive(email: string): Promise<void> {
    await this.database.inTransaction(systemActor('sign-in'), (tx) =>
      tx.execute('delete from sign_in_throttle where subject = $1', [subjects(email, '')[0]]),
    );
  }

  private async refuse(tx: Tx, blocked: readonly string[]): Promise<never> {
    const { wait } = await tx.one<{ wait: string }>(
      `select ceil(extract(epoch from max(blocked_until) - weftway_now())) as wait
         from sign_in_throttle where subject = any($1)`,
      [blocked],
    );
    throw identityErrors.sign_in_throttled({
      detail: `Too many failed attempts. Try again in ${wait} seconds.`,
      extra: { retryAfterSeconds: Number(wait) },
    });
  }
}

/** Hashed: the table needs to recognise, not to know. */
function subjects(email: string, address: string): [string, string] {
  const digest = (kind: string, text: string): string =>
    createHash('sha256').update(`${kind}:${text.toLowerCase()}`).digest('hex');
  return [digest('account', email), digest('address', address)];
}
