import { Injectable } from '@nestjs/common';
import {
  Database,
  errors,
  InputPipe,
  type OrganisationActor,
  type PersonActor,
  type StoredFile,
  StoredFiles,
  type Tx,
  type Upload,
} from '#platform';
import { type CertificateView, EvidenceFields } from './certificate.dto.js';
import { type CertificateState, evidenceCanBeAdded, evidenceCanBeRemoved } from './certificate.rules.js';
import { ownCertificate } from './certificate.views.js';

/** A stored file with its content, for an answer. */
export type OpenedFile = StoredFile & { content: NodeJS.ReadableStream };

/** The files that a certificate rests on. */
@Injectable()
export class CertificateEvidenceService {
  private readonly input = new InputPipe();

  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  /** Stores the file and adds it to the certificate. What may not be added is refused before it is stored. */
  async add(actor: PersonActor, id: string, upload: Upload): Promise<CertificateView> {
    const fields = (await this.input.transform(upload.fields, {
      type: 'body',
      metatype: EvidenceFields,
    })) as EvidenceFields;
    await this.database.read(actor, (tx) => assertCanBeAdded(tx, id, fields));
    const file = await this.files.add(actor, 'evidence', upload);
    return this.database.inTransaction(actor, async (tx) => {
      await tx.one('select id from certificate where id = $1 and cooperative_id = $2 for update', [
        id,
        actor.organisationId,
      ]);
      await assertCanBeAdded(tx, id, fields);
      await tx.execute(
        `insert into certificate_evidence (certificate_id, file_id, cooperative_id, criterion_code, note, added_by)
         values ($1, $2, $3, $4, $5, $6)`,
        [
          id,
          file.id,
          actor.organisationId,
          fields.criterionCode || null,
          fields.note || null,
          actor.personId,
        ],
      );
      await tx.execute('update certificate set version = version + 1 where id = $1', [id]);
      tx.record({
        action: 'certificate.evidence_added',
        subjectType: 'certificate',
        subjectId: id,
        detail: { fileId: file.id, sha256: file.sha256, criterionCode: fields.criterionCode || null },
      });
      return ownCertificate(tx, id);
    });
  }

  async remove(actor: PersonActor, id: string, fileId: string): Promise<void> {
    await this.database.inTransaction(actor, async (tx) => {
      const certificate = await tx.one<{ state: CertificateState }>(
        'select state from certificate where id = $1 and cooperative_id = $2 for update',
        [id, actor.organisationId],
      );
      evidenceCanBeRemoved(certificate.state);
      const removed = await tx.execute(
        'delete from certificate_evidence where certificate_id = $1 and file_id = $2',
        [id, fileId],
      );
      if (removed === 0) {
        throw errors.not_found();
      }
      await tx.execute('update certificate set version = version + 1 where id = $1', [id]);
      tx.record({
        action: 'certificate.evidence_removed',
        subjectType: 'certificate',
        subjectId: id,
        detail: { fileId },
      });
    });
  }

  /** For its cooperative. */
  async openOwn(actor: OrganisationActor, id: string, fileId: string): Promise<OpenedFile> {
    return this.database.read(actor, async (tx) => {
      await tx.one(
        `select e.file_id from certificate_evidence e join certificate c on c.id = e.certificate_id
          where e.certificate_id = $1 and e.file_id = $2 and c.cooperative_id = $3`,
        [id, fileId, actor.organisationId],
      );
      return this.files.open(tx, fileId);
    });
  }

  /** For the assuring body, once it was submitted. */
  async openReviewed(actor: OrganisationActor, id: string, fileId: string): Promise<OpenedFile> {
    return this.database.read(actor, async (tx) => {
      await tx.one(
        `select e.file_id from certificate_evidence e join certificate c on c.id = e.certificate_id
          where e.certificate_id = $1 and e.file_id = $2 and c.assurance_id = $3 and c.state <> 'draft'`,
        [id, fileId, actor.organisationId],
      );
      return this.files.open(tx, fileId);
    });
  }
}

async function assertCanBeAdded(tx: Tx, id: string, fields: EvidenceFields): Promise<void> {
  const certificate = await tx.one<{ state: CertificateState; files: number; criterionKnown: boolean }>(
    `select c.state, (select count(*)::int from certificate_evidence e where e.certificate_id = c.id) as files,
            exists(select from criterion k where k.scheme_id = c.scheme_id and k.code = $3) as "criterionKnown"
       from certificate c where c.id = $1 and c.cooperative_id = $2`,
    [id, tx.actor.organisationId, fields.criterionCode ?? null],
  );
  evidenceCanBeAdded(certificate.state, certificate.files);
  if (fields.criterionCode && !certificate.criterionKnown) {
    throw errors.invalid_input({
      errors: [
        {
          pointer: '/criterionCode',
          code: 'criterion_unknown',
          detail: 'The scheme has no criterion of this number.',
        },
      ],
    });
  }
}
