import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, Database, errors, type Tx } from '#platform';
import { identityErrors } from '../identity.errors.js';
import { Secrets } from '../session/secrets.js';
import { renewSession } from '../session/session-renewal.js';
import { type OpenChallenge, SignInChallenges } from '../session/sign-in-challenges.js';
import type { NewPasskey, PasskeyCreationChallenge } from './passkey.dto.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import { onBehalfOf, SecondFactors, tellOfSecurity } from './second-factors.js';
import type { AddedFactor } from './totp.service.js';

/** A person's devices and sticks. */
const most = 20;

/** A person's passkeys: registered, named, taken away. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly challenges: SignInChallenges,
    private readonly passkeys: Passkeys,
    private readonly recovery: RecoveryCodes,
    private readonly factors: SecondFactors,
  ) {}

  async begin(actor: Actor): Promise<PasskeyCreationChallenge> {
    const system = onBehalfOf(actor);
    return this.database.inTransaction(system, async (tx) => {
      const options = await this.passkeys.toCreate(tx, system.personId);
      if (options.excludeCredentials.length >= most) {
        throw errors.wrong_state({ detail: `A person has at most ${most} passkeys. Remove one first.` });
      }
      const { personId, sessionId } = system;
      const challengeToken = await this.challenges.open(tx, 'passkey_registration', {
        personId,
        sessionId,
        challenge: options.challenge,
      });
      return { challengeToken, options };
    });
  }

  async register(actor: Actor, input: NewPasskey): Promise<AddedFactor> {
    const system = onBehalfOf(actor);
    // Closed before the answer is looked at, so that it is answered once however it ends.
    const asked = await this.database.inTransaction(system, (tx) =>
      this.challenges.take(tx, 'passkey_registration', input.challengeToken),
    );
    const challenge = ofSession(asked, system);
    return this.database.inTransaction(system, async (tx) => {
      const id = uuidv7();
      await this.passkeys.keep(tx, id, system.personId, challenge, input);
      await tellOfSecurity(tx, system.personId, 'passkey_added', { passkeyId: id });
      return {
        recoveryCodes: await this.recovery.makeFirst(tx, system.personId),
        token: await this.renewed(tx, system.sessionId),
      };
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const system = onBehalfOf(actor);
    await this.database.inTransaction(system, async (tx) => {
      const removed = await tx.execute('delete from passkey where id = $1 and person_id = $2', [
        id,
        system.personId,
      ]);
      if (removed === 0) {
        throw errors.not_found();
      }
      await this.factors.tidyUp(tx, system.personId);
      await tellOfSecurity(tx, system.personId, 'passkey_removed', { passkeyId: id });
    });
  }

  private renewed(tx: Tx, sessionId: string): Promise<string> {
    return renewSession(tx, this.secrets, sessionId, { factor: true });
  }
}

/** What was to be signed, if it was asked in this very session. */
export function ofSession(asked: OpenChallenge, actor: { personId: string; sessionId: string }): string {
  if (asked.sessionId !== actor.sessionId || asked.personId !== actor.personId || asked.challenge === null) {
    throw identityErrors.sign_in_expired();
  }
  return asked.challenge;
}
