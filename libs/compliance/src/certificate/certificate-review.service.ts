import { Injectable } from '@nestjs/common';
import {
  Database,
  errors,
  type FieldError,
  type OrganisationActor,
  type Page,
  type PersonActor,
  type Tx,
} from '#platform';
import { complianceErrors } from '../compliance.errors.js';
import { complianceMessages } from '../compliance.messages.js';
import type {
  CriterionFinding,
  ExpiryMonthList,
  ExpiryQuery,
  ExpiryRow,
  ReviewQueueQuery,
  ReviewRow,
  ReviewView,
} from './certificate.dto.js';
import { certificateAfter, findingsCanBeNoted } from './certificate.rules.js';
import { expiries, expiryMonths, reviewedCertificate, reviewQueue } from './certificate.views.js';
import { decide, lockToJudge } from './judged-certificate.js';

/** What officers do before a decision: take up, check each criterion, ask the cooperative to act. */
@Injectable()
export class CertificateReviewService {
  constructor(private readonly database: Database) {}

  async queue(actor: OrganisationActor, query: ReviewQueueQuery): Promise<Page<ReviewRow>> {
    return this.database.read(actor, (tx) => reviewQueue(tx, query));
  }

  async byId(actor: OrganisationActor, id: string): Promise<ReviewView> {
    return this.database.read(actor, (tx) => reviewedCertificate(tx, id));
  }

  async expiries(actor: OrganisationActor, query: ExpiryQuery): Promise<Page<ExpiryRow>> {
    return this.database.read(actor, (tx) => expiries(tx, query));
  }

  async expiryMonths(actor: OrganisationActor): Promise<ExpiryMonthList> {
    return { items: await this.database.read(actor, expiryMonths), nextCursor: null };
  }

  async takeUp(actor: PersonActor, id: string, version: number): Promise<ReviewView> {
    return this.database.inTransaction(actor, async (tx) => {
      const certificate = await lockToJudge(tx, actor, id, version);
      const state = certificateAfter(certificate.state, 'review');
      await tx.execute('update certificate set state = $2, version = version + 1 where id = $1', [id, state]);
      tx.record({
        action: 'certificate.taken_up',
        subjectType: 'certificate',
        subjectId: id,
        from: certificate.state,
        to: state,
        detail: { cooperativeId: certificate.cooperativeId },
      });
      return reviewedCertificate(tx, id);
    });
  }

  /** Notes how criteria were found, over what was noted for them before, or takes that back; all of them or none. */
  async note(actor: PersonActor, id: string, findings: readonly CriterionFinding[]): Promise<ReviewView> {
    return this.database.inTransaction(actor, async (tx) => {
      const certificate = await lockToJudge(tx, actor, id);
      findingsCanBeNoted(certificate.state);
      await assertCriteriaExist(tx, certificate.schemeId, findings);
      await assertAsRead(tx, id, findings);
      const takenBack = findings.filter(({ verdict }) => verdict === null);
      if (takenBack.length > 0) {
        await tx.execute(
          'delete from certificate_finding where certificate_id = $1 and criterion_code = any($2)',
          [id, takenBack.map(({ criterionCode }) => criterionCode)],
        );
      }
      await tx.execute(
        `insert into certificate_finding (certificate_id, criterion_code, assurance_id, verdict, note, checked_by)
         select $1, f."criterionCode", $2, f.verdict, nullif(f.note, ''), $3
           from jsonb_to_recordset($4) as f("criterionCode" text, verdict text, note text)
          where f.verdict is not null
         on conflict (certificate_id, criterion_code) do update
           set verdict = excluded.verdict, note = excluded.note, checked_by = excluded.checked_by, checked_at = weftway_now()`,
        [id, actor.organisationId, actor.personId, JSON.stringify(findings)],
      );
      await tx.execute('update certificate set version = version + 1 where id = $1', [id]);
      for (const { criterionCode, verdict } of findings) {
        tx.record({
          action: verdict === null ? 'certificate.finding_taken_back' : 'certificate.finding_noted',
          subjectType: 'certificate',
          subjectId: id,
          detail: { criterionCode, ...(verdict !== null && { verdict }) },
        });
      }
      return reviewedCertificate(tx, id);
    });
  }

  async askForAction(actor: PersonActor, id: string, version: number, reason: string): Promise<ReviewView> {
    return this.database.inTransaction(actor, async (tx) => {
      const certificate = await lockToJudge(tx, actor, id, version);
      const to = certificateAfter(certificate.state, 'ask_action');
      await decide(tx, actor, certificate, { act: 'ask_action', to, reason });
      tx.announce(complianceMessages.certificateDecided(id));
      return reviewedCertificate(tx, id);
    });
  }
}

/** Under the certificate's lock: nobody writes over what another officer noted and they have not seen. */
async function assertAsRead(tx: Tx, id: string, findings: readonly CriterionFinding[]): Promise<void> {
  const asked = findings.filter(({ replaces }) => replaces !== undefined);
  if (asked.length === 0) {
    return;
  }
  const changed = await tx.query<{ code: string; name: string }>(
    `select f."criterionCode" as code, coalesce(p.name, '') as name
       from jsonb_to_recordset($2) as f("criterionCode" text, replaces timestamptz)
       left join certificate_finding n on n.certificate_id = $1 and n.criterion_code = f."criterionCode"
       left join person p on p.id = n.checked_by
      where n.checked_at is distinct from f.replaces`,
    [id, JSON.stringify(asked)],
  );
  if (changed.length > 0) {
    const by = new Map(changed.map(({ code, name }) => [code, name]));
    throw complianceErrors.finding_changed({
      errors: findings.flatMap(({ criterionCode }, index): FieldError[] => {
        const name = by.get(criterionCode);
        return name === undefined
          ? []
          : [
              {
                pointer: `/findings/${index}`,
                code: 'finding_changed',
                detail: name
                  ? `${name} has noted criterion ${criterionCode} since.`
                  : `What was noted for criterion ${criterionCode} has been taken back since.`,
              },
            ];
      }),
    });
  }
}

async function assertCriteriaExist(
  tx: Tx,
  schemeId: string,
  findings: readonly CriterionFinding[],
): Promise<void> {
  const rows = await tx.query<{ code: string }>('select code from criterion where scheme_id = $1', [
    schemeId,
  ]);
  const known = new Set(rows.map((row) => row.code));
  const wrong = findings.flatMap(({ criterionCode }, index): FieldError[] => {
    const pointer = `/findings/${index}/criterionCode`;
    if (!known.has(criterionCode)) {
      return [{ pointer, code: 'criterion_unknown', detail: 'The scheme has no criterion of this number.' }];
    }
    return findings.findIndex((other) => other.criterionCode === criterionCode) < index
      ? [{ pointer, code: 'criterion_twice', detail: 'This criterion is noted above already.' }]
      : [];
  });
  if (wrong.length > 0) {
    throw errors.invalid_input({ errors: wrong });
  }
}
