import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, systemActor } from '#platform';
import { identityErrors } from '../identity.errors.js';

/** Failures within the window before a subject has to wait; each further one doubles the wait. */
const limits = { account: 5, address: 50 } as const;

/** Slows down guessing, by account and by network address; the same for accounts that do not exist. */
@Injectable()
export class SignInThrottle {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `sign_in_throttled` with the seconds to wait */
  async assertOpen(email: string, address: string): Promise<void> {
    const { wait } = await this.database.read(systemActor('sign-in'), (tx) =>
      tx.one<{ wait: string | null }>(
        `select ceil(extract(epoch from max(blocked_until) - weftway_now())) as wait
           from sign_in_throttle where subject = any($1)`,
        [subjects(email, address)],
      ),
    );
    if (wait !== null && Number(wait) > 0) {
      throw identityErrors.sign_in_throttled({
        detail: `Too many failed attempts. Try again in ${wait} seconds.`,
        extra: { retryAfterSeconds: Number(wait) },
      });
    }
  }

  async failed(email: string, address: string): Promise<void> {
    const [account, network] = subjects(email, address);
    await this.database.inTransaction(systemActor('sign-in'), (tx) =>
      tx.execute(
        `insert into sign_in_throttle as t (subject, failures, first_failure_at)
         select subject, 1, weftway_now() from unnest($1::text[], $2::int[]) as s(subject, most) order by subject
         on conflict (subject) do update set
           failures = case when t.first_failure_at < weftway_now() - interval '1 hour' then 1 else t.failures + 1 end,
           first_failure_at = case when t.first_failure_at < weftway_now() - interval '1 hour' then weftway_now() else t.first_failure_at end,
           blocked_until = case when t.first_failure_at >= weftway_now() - interval '1 hour'
             and t.failures + 1 >= case when t.subject = $3 then ${limits.account} else ${limits.address} end
             then weftway_now() + least(interval '15 minutes', interval '5 seconds' * power(2, least(10,
               t.failures + 1 - case when t.subject = $3 then ${limits.account} else ${limits.address} end))) end`,
        [[account, network], [limits.account, limits.address], account],
      ),
    );
  }

  async succeeded(email: string): Promise<void> {
    const [account] = subjects(email, '');
    await this.database.inTransaction(systemActor('sign-in'), (tx) =>
      tx.execute('delete from sign_in_throttle where subject = $1', [account]),
    );
  }
}

/** Hashed: the table needs to recognise, not to know. */
function subjects(email: string, address: string): [string, string] {
  const digest = (kind: string, text: string): string =>
    createHash('sha256').update(`${kind}:${text.toLowerCase()}`).digest('hex');
  return [digest('account', email), digest('address', address)];
}
