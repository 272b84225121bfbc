import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, Database, systemActor } from '#platform';
import { tellOfSecurity } from '../factor/second-factors.js';
import { identityErrors } from '../identity.errors.js';
import { passwordWeakness } from '../session/password.rules.js';
import { Secrets } from '../session/secrets.js';
import { endSessionsBut } from '../session/session.service.js';
import { SignInThrottle } from '../session/sign-in-throttle.js';
import type { PasswordChange, ProfileChange, PersonProfile } from './profile.dto.js';

const columns = 'id, name, email, language, time_zone as "timeZone", version';

/** A person's own name, language and password. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly throttle: SignInThrottle,
  ) {}

  async own(actor: Actor): Promise<PersonProfile> {
    return this.database.read(actor, (tx) =>
      tx.one<PersonProfile>(`select ${columns} from person where id = $1`, [actor.personId]),
    );
  }

  async change(actor: Actor, version: number, input: ProfileChange): Promise<PersonProfile> {
    return this.database.inTransaction(actor, async (tx) => {
      const current = await tx.one<PersonProfile>(`select ${columns} from person where id = $1 for update`, [
        actor.personId,
      ]);
      assertVersion(current, version);
      return tx.one<PersonProfile>(
        `update person set name = $2, language = $3, time_zone = $4, version = version + 1 where id = $1 returning ${columns}`,
        [actor.personId, input.name, input.language, input.timeZone],
      );
    });
  }

  /** Sets a new password and signs the person out everywhere else. Guessing at the present one is slowed down as at sign-in. */
  async changePassword(actor: Actor, input: PasswordChange, address: string): Promise<void> {
    const person = await this.own(actor);
    await this.throttle.admit(person.email, address);
    const stored = await this.database.read(systemActor(actor.requestId), (tx) =>
      tx.one<{ password_hash: string }>('select password_hash from credential where person_id = $1', [
        actor.personId,
      ]),
    );
    if (!(await this.secrets.passwordFits(stored.password_hash, input.currentPassword))) {
      throw identityErrors.credentials_wrong({ detail: 'The current password is another one.' });
    }
    await this.throttle.succeeded(person.email, address);
    const weakness = await passwordWeakness(input.password, person);
    if (weakness) {
      throw identityErrors.password_weak({ errors: [weakness] });
    }
    const passwordHash = await this.secrets.passwordHash(input.password);
    await this.database.inTransaction(
      { ...systemActor(actor.requestId), personId: actor.personId, sessionId: actor.sessionId },
      async (tx) => {
        await tx.execute(
          'update credential set password_hash = $2, changed_at = weftway_now() where person_id = $1',
          [actor.personId, passwordHash],
        );
        await endSessionsBut(tx, tx.actor);
        await tellOfSecurity(tx, person.id, 'password_changed');
      },
    );
  }
}
