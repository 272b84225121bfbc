import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { generateURI, ScureBase32Plugin } from 'otplib';
import { type Actor, Database, errors } from '#platform';
import { identityErrors } from '../identity.errors.js';
import { Secrets } from '../session/secrets.js';
import { renewSession } from '../session/session-renewal.js';
import { SignInThrottle } from '../session/sign-in-throttle.js';
import type { TotpSetup } from './factor.dto.js';
import { RecoveryCodes } from './recovery-codes.js';
import { onBehalfOf, SecondFactors, tellOfSecurity } from './second-factors.js';
import { TotpCodes } from './totp-codes.js';

/** What the session is called from now on, and codes that are shown this once. */
export interface AddedFactor {
  token: string;
  recoveryCodes: string[];
}

/** A person's authenticator app: set up in two steps, so that nobody is shut out by a secret that never arrived. */
@Injectable()
export class TotpService {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly throttle: SignInThrottle,
    private readonly codes: TotpCodes,
    private readonly recovery: RecoveryCodes,
    private readonly factors: SecondFactors,
  ) {}

  /** A new secret, good only after a code of it was given. An earlier one that waits for that is void. */
  async begin(actor: Actor): Promise<TotpSetup> {
    const system = onBehalfOf(actor);
    const bytes = randomBytes(20);
    const { email } = await this.database.inTransaction(system, async (tx) => {
      const written = await tx.execute(
        `insert into totp_factor (person_id, secret) values ($1, $2)
         on conflict (person_id) do update set secret = excluded.secret, last_step = 0, created_at = weftway_now()
           where totp_factor.confirmed_at is null`,
        [system.personId, this.secrets.seal(bytes, system.personId)],
      );
      if (written === 0) {
        throw errors.already_exists({
          detail: 'There is an authenticator app already. Remove it first.',
        });
      }
      return tx.one<{ email: string }>('select email from person where id = $1', [system.personId]);
    });
    const secret = new ScureBase32Plugin().encode(bytes, { padding: false });
    return { secret, uri: generateURI({ issuer: 'Weftway', label: email, secret }) };
  }

  /** The first code proves that the app has the secret, and who sits there. */
  async confirm(actor: Actor, code: string, address: string): Promise<AddedFactor> {
    const system = onBehalfOf(actor);
    const subject = `second factor of ${system.personId}`;
    await this.throttle.admit(subject, address);
    const added = await this.database.inTransaction(system, async (tx) => {
      if (!(await this.codes.accept(tx, system.personId, code, 'pending'))) {
        throw identityErrors.code_wrong();
      }
      await tellOfSecurity(tx, system.personId, 'totp_added');
      return {
        recoveryCodes: await this.recovery.makeFirst(tx, system.personId),
        token: await renewSession(tx, this.secrets, system.sessionId, { factor: true }),
      };
    });
    await this.throttle.succeeded(subject, address);
    return added;
  }

  async remove(actor: Actor): Promise<void> {
    const system = onBehalfOf(actor);
    await this.database.inTransaction(system, async (tx) => {
      const removed = await tx.execute(
        'delete from totp_factor where person_id = $1 and confirmed_at is not null',
        [system.personId],
      );
      if (removed === 0) {
        throw errors.not_found();
      }
      await this.factors.tidyUp(tx, system.personId);
      await tellOfSecurity(tx, system.personId, 'totp_removed');
    });
  }
}
