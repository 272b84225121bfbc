import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Settings } from '#platform';

/** OWASP's second recommendation for argon2id: 19 MiB, 2 passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Makes and checks what only its holder may know. What is stored is a hash. */
@Injectable()
export class Secrets {
  private decoy: Promise<string> | null = null;

  constructor(private readonly settings: Settings) {}

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
