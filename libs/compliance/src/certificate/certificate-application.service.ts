import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  type Actor,
  assertVersion,
  Database,
  errors,
  type FieldError,
  type OrganisationActor,
  type Page,
  type PageQuery,
  type PersonActor,
  referenceOf,
  takeNumbers,
  type Tx,
} from '#platform';
import { complianceMessages } from '../compliance.messages.js';
import type {
  CertificateCheck,
  CertificateQuery,
  CertificateRow,
  CertificateView,
  NewCertificate,
  PartyRef,
} from './certificate.dto.js';
import { certificateAfter, type CertificateState } from './certificate.rules.js';
import { assuranceBodies, certificateCheck, ownCertificate, ownCertificates } from './certificate.views.js';

/** References of certificates count over the whole portal, so their series belongs to no organisation. */
const portal = '00000000-0000-0000-0000-000000000000';

/** What a cooperative does with its certificates: apply, follow, send. */
@Injectable()
export class CertificateApplicationService {
  constructor(private readonly database: Database) {}

  async draft(actor: PersonActor, input: NewCertificate): Promise<CertificateView> {
    return this.database.inTransaction(actor, async (tx) => {
      await assertSchemeAndBodyExist(tx, input);
      const id = uuidv7();
      const year = tx.now.getUTCFullYear();
      const number = await takeNumbers(tx, { organisationId: portal, kind: 'certificate', year });
      const reference = referenceOf('C', year, number);
      await tx.execute(
        `insert into certificate (id, reference, cooperative_id, assurance_id, scheme_id, state, scope, external_number, created_by)
         values ($1, $2, $3, $4, $5, 'draft', $6, $7, $8)`,
        [
          id,
          reference,
          actor.organisationId,
          input.assuranceId,
          input.schemeId,
          input.scope,
          input.externalNumber || null,
          actor.personId,
        ],
      );
      tx.record({
        action: 'certificate.drafted',
        subjectType: 'certificate',
        subjectId: id,
        to: 'draft',
        detail: { reference, schemeId: input.schemeId, assuranceId: input.assuranceId },
      });
      return ownCertificate(tx, id);
    });
  }

  async list(actor: OrganisationActor, query: CertificateQuery): Promise<Page<CertificateRow>> {
    return this.database.read(actor, (tx) => ownCertificates(tx, query));
  }

  async byId(actor: OrganisationActor, id: string): Promise<CertificateView> {
    return this.database.read(actor, (tx) => ownCertificate(tx, id));
  }

  /** Sends a draft to the assuring body, or the answer to the action that it asked for. */
  async submit(actor: PersonActor, id: string, version: number): Promise<CertificateView> {
    return this.database.inTransaction(actor, async (tx) => {
      const certificate = await tx.one<{ state: CertificateState; version: number }>(
        'select state, version from certificate where id = $1 and cooperative_id = $2 for update',
        [id, actor.organisationId],
      );
      assertVersion(certificate, version);
      const state = certificateAfter(certificate.state, 'submit');
      // The age in the queue counts from the first submission.
      await tx.execute(
        `update certificate set state = $2, submitted_at = coalesce(submitted_at, weftway_now()), version = version + 1
          where id = $1`,
        [id, state],
      );
      tx.record({
        action: 'certificate.submitted',
        subjectType: 'certificate',
        subjectId: id,
        from: certificate.state,
        to: state,
      });
      tx.announce(complianceMessages.certificateSubmitted(id));
      return ownCertificate(tx, id);
    });
  }

  async assuranceBodies(actor: OrganisationActor, query: PageQuery): Promise<Page<PartyRef>> {
    return this.database.read(actor, (tx) => assuranceBodies(tx, query));
  }

  /** For whoever holds a reference in hand. */
  async check(actor: Actor, reference: string): Promise<CertificateCheck> {
    return this.database.read(actor, (tx) => certificateCheck(tx, reference));
  }
}

async function assertSchemeAndBodyExist(tx: Tx, input: NewCertificate): Promise<void> {
  const found = await tx.one<{ scheme: boolean; body: boolean }>(
    `select exists(select from scheme where id = $1 and active) as scheme,
            exists(select from organisation where id = $2 and kind = 'assurance' and state = 'admitted') as body`,
    [input.schemeId, input.assuranceId],
  );
  const wrong: FieldError[] = [];
  if (!found.scheme) {
    wrong.push({ pointer: '/schemeId', code: 'scheme_unknown', detail: 'Choose one of the schemes in use.' });
  }
  if (!found.body) {
    wrong.push({
      pointer: '/assuranceId',
      code: 'assurance_unknown',
      detail: 'Choose one of the assurance bodies listed here.',
    });
  }
  if (wrong.length > 0) {
    throw errors.invalid_input({ errors: wrong });
  }
}
