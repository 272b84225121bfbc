import { Injectable } from '@nestjs/common';
import { type Actor, errors, systemActor, type Tx } from '#platform';
import { identityMessages, type SecurityEvent } from '../identity.messages.js';

/** How a second factor can be proved, the easiest first. */
export const factorMethods = ['passkey', 'totp', 'recovery_code'] as const;
export type FactorMethod = (typeof factorMethods)[number];

/** What stands beside a person's password. Only the system reads it. */
@Injectable()
export class SecondFactors {
  /** How the person can prove a second factor; none where they have none. */
  async methodsOf(tx: Tx, personId: string): Promise<FactorMethod[]> {
    const has = await tx.one<Record<FactorMethod, boolean>>(
      `select exists (select from totp_factor where person_id = $1 and confirmed_at is not null) as totp,
              exists (select from passkey where person_id = $1) as passkey,
              exists (select from recovery_code where person_id = $1 and used_at is null) as recovery_code`,
      [personId],
    );
    return has.totp || has.passkey ? factorMethods.filter((method) => has[method]) : [];
  }

  /** After one was removed: with the last of them go the codes that stood in for it, and what sessions proved by it. */
  async tidyUp(tx: Tx, personId: string): Promise<void> {
    if ((await this.methodsOf(tx, personId)).length === 0) {
      await tx.execute('delete from recovery_code where person_id = $1', [personId]);
      await tx.execute('update session set factor_proved_at = null where person_id = $1', [personId]);
    }
  }
}

/** The system on behalf of whoever is signed in: secrets are not for an actor's own statements. */
export function onBehalfOf(actor: Actor): Actor & { personId: string; sessionId: string } {
  if (!actor.personId || !actor.sessionId) {
    throw errors.not_signed_in();
  }
  return { ...systemActor(actor.requestId), personId: actor.personId, sessionId: actor.sessionId };
}

/**
 * Writes a change of someone's ways in into the log of each organisation they work for, and tells themselves by mail.
 * @param doneFor the organisation of whoever did it, where that is another person
 */
export async function tellOfSecurity(
  tx: Tx,
  personId: string,
  event: SecurityEvent,
  detail: Readonly<Record<string, unknown>> = {},
  doneFor: string | null = null,
): Promise<void> {
  const organisations = await tx.query<{ id: string }>(
    `select organisation_id as id from member where person_id = $1 and left_at is null
     union select $2::uuid where $2::uuid is not null order by 1`,
    [personId, doneFor],
  );
  for (const { id } of organisations) {
    tx.record({
      action: `person.${event}`,
      subjectType: 'person',
      subjectId: personId,
      organisationId: id,
      detail,
    });
  }
  tx.announce(identityMessages.securityChanged(personId, event, tx.now));
}
