import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Database,
  type OrganisationActor,
  type StoredFile,
  StoredFiles,
  type Upload,
} from '#platform';

type OpenedPhoto = StoredFile & { content: NodeJS.ReadableStream };

/** Photos of products. */
@Injectable()
export class PhotoService {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  async add(actor: OrganisationActor, upload: Upload): Promise<StoredFile> {
    return this.files.add(actor, 'photo', upload);
  }

  /** For its cooperative, also before it is shown. */
  async openOwn(actor: OrganisationActor, fileId: string): Promise<OpenedPhoto> {
    return this.database.read(actor, async (tx) => {
      await tx.one(
        `select id from stored_file where id = $1 and organisation_id = $2 and purpose = 'photo'`,
        [fileId, actor.organisationId],
      );
      return this.files.open(tx, fileId);
    });
  }

  /** For everyone, as long as a shown product has it. */
  async openShown(actor: Actor, fileId: string): Promise<OpenedPhoto> {
    return this.database.read(actor, async (tx) => {
      await tx.one('select id from shown_product where photo_file_id = $1 limit 1', [fileId]);
      return this.files.open(tx, fileId);
    });
  }
}
