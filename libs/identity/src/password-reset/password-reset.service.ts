import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database, systemActor, type Tx } from '#platform';
import { tellOfSecurity } from '../factor/second-factors.js';
import { identityErrors } from '../identity.errors.js';
import { identityMessages } from '../identity.messages.js';
import { passwordWeakness } from '../session/password.rules.js';
import { Secrets } from '../session/secrets.js';
import { SignInThrottle } from '../session/sign-in-throttle.js';
import type { NewPassword } from './password-reset.dto.js';

/** A link is good for so long, once, and only until the next one is asked for. */
const minutes = 30;

interface OpenReset {
  id: string;
  personId: string;
  email: string;
  name: string;
}

/** A new password for whoever reads the mail of an address. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * The same statements and the same promise whether or not the address belongs to someone: neither answer nor time tells. Slowed
   * down as sign-in is, by address asked for and address that asks.
   */
  async ask(email: string, requestId: string, address: string): Promise<void> {
    await this.throttle.admit(`password reset of ${email}`, address);
    await this.database.inTransaction(systemActor(requestId), async (tx) => {
      const id = uuidv7();
      await tx.execute(
        `delete from password_reset where used_at is null
            and (expires_at < weftway_now() or person_id = (select id from person where email = $1))`,
        [email],
      );
      await tx.execute(
        `insert into password_reset (id, person_id, token_hash, expires_at)
         select $2, id, $3, $4 from person where email = $1
         on conflict (person_id) where used_at is null do nothing`,
        [
          email,
          id,
          this.secrets.tokenHash(this.secrets.passwordResetToken(id)),
          new Date(tx.now.getTime() + minutes * 60_000),
        ],
      );
      tx.announce(identityMessages.passwordResetAsked(id));
    });
  }

  /**
   * Sets the password, ends every session and tells the person.
   * @throws DomainError `password_reset_invalid`, `password_weak`
   */
  async complete(input: NewPassword, requestId: string): Promise<void> {
    const system = systemActor(requestId);
    const found = await this.database.read(system, (tx) => this.open(tx, input.token));
    const weakness = await passwordWeakness(input.password, found);
    if (weakness) {
      throw identityErrors.password_weak({ errors: [weakness] });
    }
    const passwordHash = await this.secrets.passwordHash(input.password);
    await this.database.inTransaction({ ...system, personId: found.personId }, async (tx) => {
      const used = await tx.execute(
        `update password_reset set used_at = weftway_now()
          where id = $1 and used_at is null and expires_at > weftway_now()`,
        [found.id],
      );
      if (used === 0) {
        throw identityErrors.password_reset_invalid();
      }
      await tx.execute(
        'update credential set password_hash = $2, changed_at = weftway_now() where person_id = $1',
        [found.personId, passwordHash],
      );
      await tx.execute(
        'update session set revoked_at = weftway_now() where person_id = $1 and revoked_at is null',
        [found.personId],
      );
      // A second step that waits was reached by the former password.
      await tx.execute('delete from sign_in_challenge where person_id = $1', [found.personId]);
      await tellOfSecurity(tx, found.personId, 'password_reset');
    });
    await this.throttle.forgive(found.email);
  }

  private async open(tx: Tx, token: string): Promise<OpenReset> {
    const found = await tx.maybeOne<OpenReset>(
      `select r.id, p.id as "personId", p.email, p.name from password_reset r join person p on p.id = r.person_id
        where r.token_hash = $1 and r.used_at is null and r.expires_at > weftway_now()`,
      [this.secrets.tokenHash(token)],
    );
    if (!found) {
      throw identityErrors.password_reset_invalid();
    }
    return found;
  }
}
