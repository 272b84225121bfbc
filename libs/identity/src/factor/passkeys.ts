import { Injectable, Logger } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { errors, Settings, type Tx } from '#platform';
import { identityErrors } from '../identity.errors.js';
import {
  type NewPasskey,
  type PasskeyAnswer,
  type PasskeyCreation,
  type PasskeyRequest,
  transports,
} from './passkey.dto.js';

type Transport = (typeof transports)[number];

interface StoredPasskey {
  id: string;
  personId: string;
  publicKey: Buffer;
  counter: string;
}

interface Descriptor {
  id: string;
  transports: Transport[];
}

/** Passkeys as WebAuthn has them: what is asked of one, and whether its answer fits. */
@Injectable()
export class Passkeys {
  private readonly logger = new Logger('passkeys');
  private readonly host: string;
  private readonly origins: string[];

  constructor(settings: Settings) {
    const url = new URL(settings.publicUrl);
    // Passkeys belong to a name, not to a number: on one's own machine that is localhost.
    const ownMachine = url.hostname === '127.0.0.1';
    this.host = ownMachine ? 'localhost' : url.hostname;
    this.origins = ownMachine ? [url.origin.replace('127.0.0.1', 'localhost')] : [url.origin];
  }

  /** What a browser needs to make a new one for the person, on a device that has none of theirs. */
  async toCreate(tx: Tx, personId: string): Promise<PasskeyCreation> {
    const person = await tx.one<{ email: string; name: string }>(
      'select email, name from person where id = $1',
      [personId],
    );
    const own = await this.descriptors(tx, personId);
    const options = await generateRegistrationOptions({
      rpName: 'Weftway',
      rpID: this.host,
      userName: person.email,
      userDisplayName: person.name,
      userID: new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex')),
      attestationType: 'none',
      excludeCredentials: own,
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
    return {
      rp: { id: this.host, name: options.rp.name },
      user: { id: options.user.id, name: options.user.name, displayName: options.user.displayName },
      challenge: options.challenge,
      pubKeyCredParams: options.pubKeyCredParams.map(({ alg }) => ({ alg, type: 'public-key' })),
      timeout: options.timeout ?? 60_000,
      excludeCredentials: own.map(described),
      authenticatorSelection: {
        residentKey: 'preferred',
        requireResidentKey: false,
        userVerification: 'preferred',
      },
      attestation: 'none',
    };
  }

  /** Keeps a new one. @throws DomainError `passkey_wrong`, `already_exists` */
  async keep(tx: Tx, id: string, personId: string, challenge: string, given: NewPasskey): Promise<void> {
    const { credential } = await this.registered(challenge, given);
    const known: readonly string[] = transports;
    const kept = await tx.execute(
      `insert into passkey (id, person_id, credential_id, public_key, counter, transports, name)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing`,
      [
        id,
        personId,
        Buffer.from(credential.id, 'base64url'),
        Buffer.from(credential.publicKey),
        credential.counter,
        (given.transports ?? []).filter((one) => known.includes(one)),
        given.name,
      ],
    );
    if (kept === 0) {
      throw errors.already_exists({ detail: 'This passkey is registered already.' });
    }
  }

  /**
   * What a browser needs to have a challenge signed.
   * @param personId whose passkeys may sign; null for whoever's: the passkey then says who it is
   */
  async toSign(tx: Tx, personId: string | null): Promise<PasskeyRequest> {
    const allowed = personId === null ? [] : await this.descriptors(tx, personId);
    // Alone it stands for two factors: having it, and the finger or number that unlocks it.
    const userVerification = personId === null ? 'required' : 'preferred';
    const options = await generateAuthenticationOptions({
      rpID: this.host,
      allowCredentials: allowed,
      userVerification,
    });
    return {
      challenge: options.challenge,
      timeout: options.timeout ?? 60_000,
      rpId: this.host,
      allowCredentials: allowed.map(described),
      userVerification,
    };
  }

  /**
   * Whose passkey signed the challenge; its use is noted.
   * @param personId who must be its owner; null where it signs in alone, and then must have looked who holds it
   * @throws DomainError `passkey_wrong`
   */
  async accept(tx: Tx, personId: string | null, challenge: string, given: PasskeyAnswer): Promise<string> {
    const stored = await tx.maybeOne<StoredPasskey>(
      `select id, person_id as "personId", public_key as "publicKey", counter from passkey
        where credential_id = $1 for update`,
      [Buffer.from(given.id, 'base64url')],
    );
    if (!stored || (personId !== null && stored.personId !== personId)) {
      throw identityErrors.passkey_wrong();
    }
    const { newCounter } = await this.signed(stored, challenge, given, personId === null);
    await tx.execute('update passkey set counter = $2, last_used_at = weftway_now() where id = $1', [
      stored.id,
      newCounter,
    ]);
    return stored.personId;
  }

  private async registered(
    challenge: string,
    given: NewPasskey,
  ): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']>> {
    const verified = await this.orWrong(
      verifyRegistrationResponse({
        response: {
          id: given.id,
          rawId: given.id,
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON: given.clientDataJson, attestationObject: given.attestationObject },
        },
        expectedChallenge: challenge,
        expectedOrigin: this.origins,
        expectedRPID: this.host,
        requireUserVerification: false,
      }),
    );
    if (!verified.verified) {
      throw identityErrors.passkey_wrong();
    }
    return verified.registrationInfo;
  }

  private async signed(
    stored: StoredPasskey,
    challenge: string,
    given: PasskeyAnswer,
    requireUserVerification: boolean,
  ): Promise<VerifiedAuthenticationResponse['authenticationInfo']> {
    const { verified, authenticationInfo } = await this.orWrong(
      verifyAuthenticationResponse({
        response: {
          id: given.id,
          rawId: given.id,
          type: 'public-key',
          clientExtensionResults: {},
          response: {
            clientDataJSON: given.clientDataJson,
            authenticatorData: given.authenticatorData,
            signature: given.signature,
          },
        },
        expectedChallenge: challenge,
        expectedOrigin: this.origins,
        expectedRPID: this.host,
        credential: {
          id: given.id,
          publicKey: new Uint8Array(stored.publicKey),
          counter: Number(stored.counter),
        },
        requireUserVerification,
      }),
    );
    if (!verified) {
      throw identityErrors.passkey_wrong();
    }
    return authenticationInfo;
  }

  /** The library throws for whatever does not fit; the caller is told no more than that, the log why. */
  private async orWrong<Result>(verification: Promise<Result>): Promise<Result> {
    try {
      return await verification;
    } catch (error) {
      this.logger.warn(`A passkey was refused: ${String(error)}`);
      throw identityErrors.passkey_wrong();
    }
  }

  private async descriptors(tx: Tx, personId: string): Promise<Descriptor[]> {
    const rows = await tx.query<{ credentialId: Buffer; transports: Transport[] }>(
      `select credential_id as "credentialId", transports from passkey where person_id = $1 order by created_at, id`,
      [personId],
    );
    return rows.map((row) => ({ id: row.credentialId.toString('base64url'), transports: row.transports }));
  }
}

function described(one: Descriptor): Descriptor & { type: 'public-key' } {
  return { ...one, type: 'public-key' };
}
