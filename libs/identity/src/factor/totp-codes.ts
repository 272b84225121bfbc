import { Injectable, Logger } from '@nestjs/common';
import { verify } from 'otplib';
import type { Tx } from '#platform';
import { Secrets } from '../session/secrets.js';

/** One step before and one after: phones' clocks are not exact, and typing takes a while. */
const toleranceSeconds = 30;

interface StoredFactor {
  secret: Buffer;
  last_step: string;
  epoch: string;
}

/** The codes of authenticator apps, by RFC 6238: six digits, SHA-1, steps of 30 seconds, as every app knows them. */
@Injectable()
export class TotpCodes {
  private readonly logger = new Logger('totp');

  constructor(private readonly secrets: Secrets) {}

  /**
   * Uses a code of the person's app up: none of its step or before is accepted again. @returns whether it was good
   * @param which the factor that is in use, or the one that is being set up
   */
  async accept(
    tx: Tx,
    personId: string,
    code: string,
    which: 'confirmed' | 'pending' = 'confirmed',
  ): Promise<boolean> {
    const digits = code.replace(/\s/g, '');
    // Two at once would both pass before either is noted: the second waits here. Apps know true time alone.
    const stored = await tx.maybeOne<StoredFactor>(
      `select secret, last_step, floor(extract(epoch from clock_timestamp())) as epoch from totp_factor
        where person_id = $1 and (confirmed_at is not null) = $2 for update`,
      [personId, which === 'confirmed'],
    );
    const secret = stored && this.unsealed(stored.secret, personId);
    if (!stored || !secret || !/^[0-9]{6}$/.test(digits)) {
      return false;
    }
    const found = await verify({
      secret,
      token: digits,
      epoch: Number(stored.epoch),
      epochTolerance: toleranceSeconds,
      afterTimeStep: Number(stored.last_step),
    });
    if (!found.valid || !('timeStep' in found)) {
      return false;
    }
    await tx.execute(
      `update totp_factor set last_step = $2, last_used_at = weftway_now(), confirmed_at = coalesce(confirmed_at, weftway_now())
        where person_id = $1`,
      [personId, found.timeStep],
    );
    return true;
  }

  /** Null where it was sealed with another key than today's, or for another person: then no code is good. */
  private unsealed(sealed: Buffer, personId: string): Buffer | null {
    try {
      return this.secrets.unseal(sealed, personId);
    } catch (error) {
      this.logger.error(`The secret of ${personId} cannot be read: ${String(error)}`);
      return null;
    }
  }
}
