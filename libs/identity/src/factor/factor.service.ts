import { Injectable } from '@nestjs/common';
import { type Actor, Database, errors, type OrganisationActor, systemActor, type Tx } from '#platform';
import { identityErrors } from '../identity.errors.js';
import type { FactorsView } from './factor.dto.js';
import { RecoveryCodes } from './recovery-codes.js';
import { onBehalfOf, SecondFactors, tellOfSecurity } from './second-factors.js';

/** What a person has beside their password, new recovery codes, and help for whoever lost it all. */
@Injectable()
export class FactorService {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactors,
    private readonly recovery: RecoveryCodes,
  ) {}

  async view(actor: Actor): Promise<FactorsView> {
    const { personId } = onBehalfOf(actor);
    return this.database.read(systemActor(actor.requestId), async (tx) => ({
      totp: await tx.maybeOne<NonNullable<FactorsView['totp']>>(
        `select confirmed_at as "createdAt", last_used_at as "lastUsedAt" from totp_factor
          where person_id = $1 and confirmed_at is not null`,
        [personId],
      ),
      passkeys: await tx.query<FactorsView['passkeys'][number]>(
        `select id, name, created_at as "createdAt", last_used_at as "lastUsedAt" from passkey
          where person_id = $1 order by created_at, id`,
        [personId],
      ),
      ...(await tx.one<{ recoveryCodesLeft: number; required: boolean }>(
        `select (select count(*)::int from recovery_code where person_id = $1 and used_at is null) as "recoveryCodesLeft",
                exists (select from member m join organisation o on o.id = m.organisation_id
                         where m.person_id = $1 and m.left_at is null and o.second_factor_required) as required`,
        [personId],
      )),
    }));
  }

  /** New recovery codes; the earlier ones are void. */
  async newRecoveryCodes(actor: Actor): Promise<{ recoveryCodes: string[] }> {
    const system = onBehalfOf(actor);
    return this.database.inTransaction(system, async (tx) => {
      if ((await this.factors.methodsOf(tx, system.personId)).length === 0) {
        throw errors.wrong_state({
          detail: 'Recovery codes stand in for a second factor. Set one up first.',
        });
      }
      const recoveryCodes = await this.recovery.make(tx, system.personId);
      await tellOfSecurity(tx, system.personId, 'recovery_codes_made');
      return { recoveryCodes };
    });
  }

  /** For a colleague who lost theirs. Where the person works for others too, it is not for one of them to decide. */
  async resetOfMember(actor: OrganisationActor, personId: string): Promise<void> {
    await this.database.inTransaction(
      { ...systemActor(actor.requestId), personId: actor.personId },
      async (tx) => {
        const organisations = await tx.query<{ id: string }>(
          'select organisation_id as id from member where person_id = $1 and left_at is null',
          [personId],
        );
        if (!organisations.some(({ id }) => id === actor.organisationId)) {
          throw errors.not_found();
        }
        if (organisations.length > 1) {
          throw identityErrors.factor_of_others_too();
        }
        await this.reset(tx, personId, actor.organisationId);
      },
    );
  }

  /** By an administrator of the portal, for anyone. */
  async resetOf(actor: OrganisationActor, email: string): Promise<void> {
    await this.database.inTransaction(
      { ...systemActor(actor.requestId), personId: actor.personId },
      async (tx) => {
        const { id } = await tx.one<{ id: string }>('select id from person where email = $1', [email]);
        await this.reset(tx, id, actor.organisationId);
      },
    );
  }

  /** Takes every factor away and signs out everywhere: the password alone opens the next session. */
  private async reset(tx: Tx, personId: string, doneFor: string): Promise<void> {
    const had = (await this.factors.methodsOf(tx, personId)).length > 0;
    if (!had) {
      throw errors.wrong_state({ detail: 'This person has no second factor.' });
    }
    await tx.execute('delete from totp_factor where person_id = $1', [personId]);
    await tx.execute('delete from passkey where person_id = $1', [personId]);
    await tx.execute('delete from recovery_code where person_id = $1', [personId]);
    await tx.execute('delete from sign_in_challenge where person_id = $1', [personId]);
    await tx.execute(
      'update session set revoked_at = weftway_now() where person_id = $1 and revoked_at is null',
      [personId],
    );
    await tellOfSecurity(tx, personId, 'factors_reset', {}, doneFor);
  }
}
