import { Injectable } from '@nestjs/common';
import { Database, systemActor } from '#platform';
import type { SecondStep } from '../factor/factor.dto.js';
import { FactorProof } from '../factor/factor-proof.js';
import type { PasskeyAnswer, PasskeyRequestChallenge } from '../factor/passkey.dto.js';
import { Passkeys } from '../factor/passkeys.js';
import { SecondFactors } from '../factor/second-factors.js';
import { identityErrors } from '../identity.errors.js';
import { SignInChallenges } from './sign-in-challenges.js';

/** What comes after the password, or in its place. A session begins only behind the last step. */
@Injectable()
export class SignInSteps {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactors,
    private readonly challenges: SignInChallenges,
    private readonly proof: FactorProof,
    private readonly passkeys: Passkeys,
  ) {}

  /**
   * Nothing, for whoever has no second factor.
   * @throws DomainError `second_factor_needed` with `signInToken` and `methods`
   */
  async assertPasswordIsEnough(personId: string, requestId: string): Promise<void> {
    const system = systemActor(requestId);
    const methods = await this.database.read(system, (tx) => this.factors.methodsOf(tx, personId));
    if (methods.length === 0) {
      return;
    }
    const signInToken = await this.database.inTransaction(system, (tx) =>
      this.challenges.open(tx, 'second_step', { personId, sessionId: null, challenge: null }),
    );
    throw identityErrors.second_factor_needed({ extra: { signInToken, methods } });
  }

  /** @returns who has now proved both */
  async byCode(input: SecondStep, requestId: string, address: string): Promise<string> {
    const system = systemActor(requestId);
    const { personId } = await this.database.read(system, (tx) =>
      this.challenges.find(tx, 'second_step', input.signInToken),
    );
    if (personId === null) {
      throw identityErrors.sign_in_expired();
    }
    return this.proof.byCode({ ...system, personId }, input, address, async (tx) => {
      await this.challenges.take(tx, 'second_step', input.signInToken);
      return personId;
    });
  }

  /** @param signInToken where the password was given before; null to sign in by a passkey alone */
  async askPasskey(signInToken: string | null, requestId: string): Promise<PasskeyRequestChallenge> {
    return this.database.inTransaction(systemActor(requestId), async (tx) => {
      const personId =
        signInToken === null ? null : (await this.challenges.find(tx, 'second_step', signInToken)).personId;
      const options = await this.passkeys.toSign(tx, personId);
      const challengeToken = await this.challenges.open(tx, 'passkey_sign_in', {
        personId,
        sessionId: null,
        challenge: options.challenge,
      });
      return { challengeToken, options };
    });
  }

  /** @returns whose passkey signed */
  async byPasskey(input: PasskeyAnswer, requestId: string): Promise<string> {
    const system = systemActor(requestId);
    // Closed before the answer is looked at, so that it is answered once however it ends.
    const { personId, challenge } = await this.database.inTransaction(system, (tx) =>
      this.challenges.take(tx, 'passkey_sign_in', input.challengeToken),
    );
    return this.database.inTransaction(system, async (tx) => {
      const owner = await this.passkeys.accept(tx, personId, challenge ?? '', input);
      // A second step that was taken by passkey is not to be taken again by a code.
      await tx.execute(`delete from sign_in_challenge where person_id = $1 and purpose = 'second_step'`, [
        owner,
      ]);
      return owner;
    });
  }
}
