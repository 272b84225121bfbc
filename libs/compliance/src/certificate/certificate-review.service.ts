import { Injectable } from '@nestjs/common';
import {
  Database,
  type DomainError,
  errors,
  type OrganisationActor,
  type Page,
  type PersonActor,
} from '#platform';
import { complianceMessages } from '../compliance.messages.js';
import type {
  ExpiryQuery,
  ExpiryRow,
  NewFinding,
  ReviewQueueQuery,
  ReviewRow,
  ReviewView,
} from './certificate.dto.js';
import { certificateAfter, findingsCanBeNoted } from './certificate.rules.js';
import { expiries, reviewedCertificate, reviewQueue } from './certificate.views.js';
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

  /** Notes how a criterion was found, over what was noted before. */
  async note(actor: PersonActor, id: string, criterionCode: string, input: NewFinding): Promise<ReviewView> {
    return this.database.inTransaction(actor, async (tx) => {
      const certificate = await lockToJudge(tx, actor, id);
      findingsCanBeNoted(certificate.state);
      if (!/^[\w.-]{1,40}$/.test(criterionCode)) {
        throw criterionUnknown();
      }
      const noted = await tx.execute(
        `insert into certificate_finding (certificate_id, criterion_code, assurance_id, verdict, note, checked_by)
         select $1, k.code, $2, $3, $4, $5 from criterion k where k.scheme_id = $6 and k.code = $7
         on conflict (certificate_id, criterion_code) do update
           set verdict = excluded.verdict, note = excluded.note, checked_by = excluded.checked_by, checked_at = weftway_now()`,
        [
          id,
          actor.organisationId,
          input.verdict,
          input.note || null,
          actor.personId,
          certificate.schemeId,
          criterionCode,
        ],
      );
      if (noted === 0) {
        throw criterionUnknown();
      }
      await tx.execute('update certificate set version = version + 1 where id = $1', [id]);
      tx.record({
        action: 'certificate.finding_noted',
        subjectType: 'certificate',
        subjectId: id,
        detail: { criterionCode, verdict: input.verdict },
      });
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

function criterionUnknown(): DomainError {
  return errors.not_found({ detail: 'The scheme has no criterion of this number.' });
}
