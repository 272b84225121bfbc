import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const flagPresent = 0x01;
const flagVerified = 0x04;
const flagCredential = 0x40;

export interface Behaviour {
  origin: string;
  rpId: string;
  /** Whether it looked who holds it, by finger or number. */
  verified: boolean;
  /** Of signatures; passkeys that live in a cloud always say 0. */
  counter: number;
}

/** A passkey in software, by WebAuthn level 3 with ES256 and no attestation: for tests that no browser could be made to fail. */
export class Authenticator {
  readonly id = randomBytes(32);
  private readonly privateKey: KeyObject;
  private readonly cosePublicKey: Buffer;
  behaviour: Behaviour = { origin: 'http://localhost:3000', rpId: 'localhost', verified: true, counter: 0 };

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = privateKey;
    const { x, y } = publicKey.export({ format: 'jwk' });
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(String(x), 'base64url'))],
      [-3, new Uint8Array(Buffer.from(String(y), 'base64url'))],
    ]);
    this.cosePublicKey = Buffer.from(isoCBOR.encode(cose as never));
  }

  /** What `navigator.credentials.create` gives back. */
  created(challenge: string): { id: string; clientDataJson: string; attestationObject: string } {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const authData = Buffer.concat([
      this.authenticatorData(flagCredential),
      Buffer.alloc(16),
      length,
      this.id,
      this.cosePublicKey,
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return {
      id: this.id.toString('base64url'),
      clientDataJson: this.clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
    };
  }

  /** What `navigator.credentials.get` gives back. */
  signed(challenge: string): {
    id: string;
    clientDataJson: string;
    authenticatorData: string;
    signature: string;
  } {
    const clientData = this.clientData('webauthn.get', challenge);
    const data = this.authenticatorData(0);
    return {
      id: this.id.toString('base64url'),
      clientDataJson: clientData.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(clientData)]), this.privateKey).toString(
        'base64url',
      ),
    };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge, origin: this.behaviour.origin, crossOrigin: false }),
    );
  }

  private authenticatorData(more: number): Buffer {
    const { rpId, verified, counter } = this.behaviour;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = flagPresent + (verified ? flagVerified : 0) + more;
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  }
}
