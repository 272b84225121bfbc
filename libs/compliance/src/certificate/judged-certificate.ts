import { assertVersion, type PersonActor, type Tx } from '#platform';
import type { Act } from './certificate.dto.js';
import { stateToday } from './certificate.queries.js';
import { type CertificateState, judgeIsIndependent } from './certificate.rules.js';

/** A certificate under the lock of whoever judges it. */
export interface JudgedCertificate {
  id: string;
  schemeId: string;
  cooperativeId: string;
  /** As it is by the clock. */
  state: CertificateState;
  validFrom: string | null;
  validUntil: string | null;
  proposedVerdict: 'grant' | 'refuse' | null;
  proposedBy: string | null;
  monthsValid: number;
  evidenceFiles: number;
  criteriaNotMet: string[];
  version: number;
  today: string;
}

/**
 * Locks it for a judge who is free to judge; an award that relies on it waits, or is seen.
 * @param version what the judge read; absent where acts do not overwrite each other
 */
export async function lockToJudge(
  tx: Tx,
  actor: PersonActor,
  id: string,
  version?: number,
): Promise<JudgedCertificate> {
  const { ofCooperative, inConflict, ...certificate } = await tx.one<
    JudgedCertificate & { ofCooperative: boolean; inConflict: boolean }
  >(
    `select c.id, c.scheme_id as "schemeId", c.cooperative_id as "cooperativeId", ${stateToday} as state,
            c.valid_from as "validFrom", c.valid_until as "validUntil", c.proposed_verdict as "proposedVerdict",
            c.proposed_by as "proposedBy", c.version, weftway_now()::date as today,
            (select s.months_valid from scheme s where s.id = c.scheme_id) as "monthsValid",
            (select count(*)::int from certificate_evidence e where e.certificate_id = c.id) as "evidenceFiles",
            array(select n.criterion_code from certificate_finding n
                   where n.certificate_id = c.id and n.verdict = 'not_met' order by 1) as "criteriaNotMet",
            exists(select from member m where m.organisation_id = c.cooperative_id and m.person_id = $3) as "ofCooperative",
            exists(select from conflict_of_interest i
                    where i.person_id = $3 and i.cooperative_id = c.cooperative_id) as "inConflict"
       from certificate c where c.id = $1 and c.assurance_id = $2 and c.state <> 'draft' for update of c`,
    [id, actor.organisationId, actor.personId],
  );
  if (version !== undefined) {
    assertVersion(certificate, version);
  }
  judgeIsIndependent({ ofCooperative, inConflict });
  return certificate;
}

/** Moves the certificate and notes what was done, by whom and why: in its decisions and in the audit log. */
export async function decide(
  tx: Tx,
  actor: PersonActor,
  certificate: JudgedCertificate,
  decision: {
    act: Act;
    to: CertificateState;
    reason: string | null;
    set?: string;
    values?: readonly unknown[];
  },
): Promise<void> {
  await tx.execute(
    `update certificate set state = $2, version = version + 1${decision.set ? `, ${decision.set}` : ''} where id = $1`,
    [certificate.id, decision.to, ...(decision.values ?? [])],
  );
  await tx.execute(
    `insert into certificate_decision (certificate_id, seq, cooperative_id, assurance_id, act, reason, decided_by)
     select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6 from certificate_decision where certificate_id = $1`,
    [
      certificate.id,
      certificate.cooperativeId,
      actor.organisationId,
      decision.act,
      decision.reason,
      actor.personId,
    ],
  );
  tx.record({
    action: `certificate.${decision.act}`,
    subjectType: 'certificate',
    subjectId: certificate.id,
    from: certificate.state,
    to: decision.to,
    detail: {
      cooperativeId: certificate.cooperativeId,
      ...(decision.reason !== null && { reason: decision.reason }),
    },
  });
}
