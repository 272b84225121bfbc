import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Tx } from '#platform';
import { identityErrors } from '../identity.errors.js';
import { SignInThrottle } from '../session/sign-in-throttle.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpCodes } from './totp-codes.js';

export type CodeMethod = 'totp' | 'recovery_code';

/** A code that someone typed, looked at once and with all that follows from it. */
@Injectable()
export class FactorProof {
  constructor(
    private readonly database: Database,
    private readonly throttle: SignInThrottle,
    private readonly totp: TotpCodes,
    private readonly recovery: RecoveryCodes,
  ) {}

  /**
   * Counts the try before the code is looked at, then uses it up and does the work in the same transaction.
   * @throws DomainError `code_wrong`, `sign_in_throttled`
   */
  async byCode<Result>(
    actor: Actor & { personId: string },
    given: { method: CodeMethod; code: string },
    address: string,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    const subject = `second factor of ${actor.personId}`;
    await this.throttle.admit(subject, address);
    const result = await this.database.inTransaction(actor, async (tx) => {
      const codes = given.method === 'totp' ? this.totp : this.recovery;
      if (!(await codes.accept(tx, actor.personId, given.code))) {
        throw identityErrors.code_wrong();
      }
      return work(tx);
    });
    await this.throttle.succeeded(subject, address);
    return result;
  }
}
