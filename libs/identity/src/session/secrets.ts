import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Settings } from '#platform';

/** OWASP's second recommendation for argon2id: 19 MiB, 2 passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The first byte tells how the rest is sealed, should that ever change. */
const sealVersion = Buffer.from([1]);

/** Makes and checks what only its holder may know. What is stored is a hash. */
@Injectable()
export class Secrets {
  private decoy: Promise<string> | null = null;

  private readonly sealingKey: Buffer;

  constructor(private readonly settings: Settings) {
    this.sealingKey = Buffer.from(
      hkdfSync('sha256', settings.encryptionKey, '', 'weftway sealed secrets', 32),
    );
  }

  /** A new bearer token, 256 random bits. */
  newToken(): string {
    return randomBytes(32).toString('base64url');
  }

  /** What stands in the database for a token: keyed, so that a copy of the database opens no session. */
  tokenHash(token: string): Buffer {
    return createHmac('sha256', this.settings.sessionSecret).update(`token:${token}`).digest();
  }

  /** The token that a session's changes must carry: derived from the session's own, so it need not be kept. */
  csrfToken(sessionToken: string): string {
    return createHmac('sha256', this.settings.sessionSecret)
      .update(`csrf:${sessionToken}`)
      .digest('base64url');
  }

  /** The token of an invitation, derived from its id so that the worker can write it into the mail. */
  invitationToken(invitationId: string): string {
    return createHmac('sha256', this.settings.sessionSecret)
      .update(`invitation:${invitationId}`)
      .digest('base64url');
  }

  /** The token of a password's reset, derived from its id as an invitation's. */
  passwordResetToken(passwordResetId: string): string {
    return createHmac('sha256', this.settings.sessionSecret)
      .update(`password-reset:${passwordResetId}`)
      .digest('base64url');
  }

  /** What must be read again, sealed with AES-256-GCM for its owner: put into another's row it does not open. */
  seal(plain: Buffer, owner: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.sealingKey, nonce).setAAD(Buffer.from(owner));
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([sealVersion, nonce, cipher.getAuthTag(), text]);
  }

  /** @throws Error when it was sealed with another key, for another owner, or was altered */
  unseal(sealed: Buffer, owner: string): Buffer {
    if (!sealed.subarray(0, 1).equals(sealVersion)) {
      throw new Error('Sealed in a way that is not known');
    }
    const decipher = createDecipheriv('aes-256-gcm', this.sealingKey, sealed.subarray(1, 13), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(owner))
      .setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
  }

  same(left: string, right: string): boolean {
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(left), digest(right));
  }

  async passwordHash(password: string): Promise<string> {
    return hash(password, cost);
  }

  /** Takes as long for an account that does not exist as for one that does. */
  async passwordFits(stored: string | null, password: string): Promise<boolean> {
    this.decoy ??= this.passwordHash(this.newToken());
    const fits = await verify(stored ?? (await this.decoy), password);
    return stored !== null && fits;
  }
}
