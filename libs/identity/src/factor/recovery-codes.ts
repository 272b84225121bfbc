import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { Secrets } from '../session/secrets.js';
import { tellOfSecurity } from './second-factors.js';

/** Without letters and figures that look alike. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const count = 10;
const groups = 4;

/** For the day when the phone is lost: each code opens the door once. */
@Injectable()
export class RecoveryCodes {
  constructor(private readonly secrets: Secrets) {}

  /** Makes ten codes of 79 bits, which make every earlier one void. Only their hashes are kept. */
  async make(tx: Tx, personId: string): Promise<string[]> {
    const codes = Array.from({ length: count }, () => newCode());
    await tx.execute('delete from recovery_code where person_id = $1', [personId]);
    await tx.execute('insert into recovery_code (person_id, code_hash) select $1, unnest($2::bytea[])', [
      personId,
      codes.map((code) => this.hash(code)),
    ]);
    return codes;
  }

  /** For someone's first factor: codes where there are none. */
  async makeFirst(tx: Tx, personId: string): Promise<string[]> {
    const { left } = await tx.one<{ left: string }>(
      'select count(*) as left from recovery_code where person_id = $1 and used_at is null',
      [personId],
    );
    return left === '0' ? this.make(tx, personId) : [];
  }

  /** Uses a code up. @returns whether it was good */
  async accept(tx: Tx, personId: string, code: string): Promise<boolean> {
    const used = await tx.execute(
      'update recovery_code set used_at = weftway_now() where person_id = $1 and code_hash = $2 and used_at is null',
      [personId, this.hash(code)],
    );
    if (used === 1) {
      await tellOfSecurity(tx, personId, 'recovery_code_used');
    }
    return used === 1;
  }

  /** However it was typed from paper. */
  private hash(code: string): Buffer {
    return this.secrets.tokenHash(`recovery:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);
  }
}

function newCode(): string {
  const group = (): string =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');
  return Array.from({ length: groups }, group).join('-');
}
