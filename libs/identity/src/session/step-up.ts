import { Injectable } from '@nestjs/common';
import { type Actor, Database, errors, Settings, systemActor } from '#platform';
import type { SessionProof } from '../factor/factor.dto.js';
import { FactorProof } from '../factor/factor-proof.js';
import { ofSession } from '../factor/passkey.service.js';
import type { PasskeyAnswer, PasskeyRequestChallenge } from '../factor/passkey.dto.js';
import { Passkeys } from '../factor/passkeys.js';
import { onBehalfOf, SecondFactors } from '../factor/second-factors.js';
import { identityErrors } from '../identity.errors.js';
import { Secrets } from './secrets.js';
import { renewSession } from './session-renewal.js';
import { SessionService } from './session.service.js';
import { SignInChallenges } from './sign-in-challenges.js';

/** Where the proof is given, for whoever was refused without. */
const proveAt = '/v1/account/session/proof';

/**
 * Weighty steps ask that whoever sits there proved who they are a short while ago: by a second factor where they have one,
 * otherwise by their password. Signing in is such a proof. The while is true time, not the portal's clock.
 */
@Injectable()
export class StepUp {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly secrets: Secrets,
    private readonly sessions: SessionService,
    private readonly factors: SecondFactors,
    private readonly proof: FactorProof,
    private readonly passkeys: Passkeys,
    private readonly challenges: SignInChallenges,
  ) {}

  /** @throws DomainError `step_up_required` with `methods` and `proveAt` */
  async assertProved(actor: Actor): Promise<void> {
    const { personId, sessionId } = onBehalfOf(actor);
    const { methods, proved, factorProved } = await this.database.read(
      systemActor(actor.requestId),
      async (tx) => ({
        methods: await this.factors.methodsOf(tx, personId),
        ...(await tx.one<{ proved: boolean; factorProved: boolean }>(
          `select proved_at > since as proved, coalesce(factor_proved_at > since, false) as "factorProved"
             from session, (select clock_timestamp() - make_interval(mins => $2) as since) as asked where id = $1`,
          [sessionId, this.settings.stepUpMinutes],
        )),
      }),
    );
    const hasFactor = methods.length > 0;
    if (!(hasFactor ? factorProved : proved)) {
      throw identityErrors.step_up_required({
        extra: { methods: hasFactor ? methods : ['password'], proveAt },
      });
    }
  }

  /** @returns the session's new token */
  async prove(actor: Actor, given: SessionProof, address: string): Promise<string> {
    const { method, secret } = given;
    return method === 'password'
      ? this.byPassword(actor, secret, address)
      : this.byCode(actor, { method, code: secret }, address);
  }

  /** What a passkey of the person's is to sign. */
  async askPasskey(actor: Actor): Promise<PasskeyRequestChallenge> {
    const system = onBehalfOf(actor);
    return this.database.inTransaction(system, async (tx) => {
      const options = await this.passkeys.toSign(tx, system.personId);
      if (options.allowCredentials.length === 0) {
        throw errors.not_found({ detail: 'You have no passkey here.' });
      }
      const { personId, sessionId } = system;
      const { challenge } = options;
      const challengeToken = await this.challenges.open(tx, 'passkey_proof', {
        personId,
        sessionId,
        challenge,
      });
      return { challengeToken, options };
    });
  }

  /** @returns the session's new token */
  async byPasskey(actor: Actor, given: PasskeyAnswer): Promise<string> {
    const system = onBehalfOf(actor);
    const asked = await this.database.inTransaction(system, (tx) =>
      this.challenges.take(tx, 'passkey_proof', given.challengeToken),
    );
    const challenge = ofSession(asked, system);
    return this.database.inTransaction(system, async (tx) => {
      await this.passkeys.accept(tx, system.personId, challenge, given);
      return renewSession(tx, this.secrets, system.sessionId, { factor: true });
    });
  }

  private async byCode(
    actor: Actor,
    given: { method: 'totp' | 'recovery_code'; code: string },
    address: string,
  ): Promise<string> {
    const system = onBehalfOf(actor);
    return this.proof.byCode(system, given, address, (tx) =>
      renewSession(tx, this.secrets, system.sessionId, { factor: true }),
    );
  }

  /** Good for whoever has no second factor. */
  private async byPassword(actor: Actor, password: string, address: string): Promise<string> {
    const system = onBehalfOf(actor);
    const { methods, email } = await this.database.read(system, async (tx) => ({
      methods: await this.factors.methodsOf(tx, system.personId),
      ...(await tx.one<{ email: string }>('select email from person where id = $1', [system.personId])),
    }));
    if (methods.length > 0) {
      throw identityErrors.step_up_required({
        detail: 'You have a second factor. Prove that.',
        extra: { methods, proveAt },
      });
    }
    const proven = await this.sessions.personOf(email, password, address);
    return this.database.inTransaction(system, (tx) => {
      if (proven !== system.personId) {
        throw identityErrors.credentials_wrong();
      }
      return renewSession(tx, this.secrets, system.sessionId, { factor: false });
    });
  }
}
