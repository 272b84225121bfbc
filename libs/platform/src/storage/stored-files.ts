import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { OrganisationActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { errors } from '../errors/platform.errors.js';
import type { Upload } from '../http/upload.js';
import { FileStorage } from './file-storage.js';

export type FilePurpose = 'evidence' | 'photo' | 'attachment';

/** What may be uploaded for a purpose: types by content, and the largest size in bytes. */
export const uploadLimits: Readonly<
  Record<FilePurpose, { maxBytes: number; mediaTypes: readonly string[] }>
> = {
  evidence: {
    maxBytes: 15_000_000,
    mediaTypes: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'],
  },
  photo: { maxBytes: 8_000_000, mediaTypes: ['image/jpeg', 'image/png', 'image/webp'] },
  attachment: {
    maxBytes: 15_000_000,
    mediaTypes: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'],
  },
};

/** No camera of a phone makes more; a few kilobytes can unpack to more than a reviewer's computer holds. */
const mostPixels = 120_000_000;

export interface StoredFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

/** Files that people upload, each with its owner. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly database: Database,
    private readonly storage: FileStorage,
  ) {}

  /** Stores an upload under a new id. The content is on the disk before the row that speaks of it. */
  async add(actor: OrganisationActor, purpose: FilePurpose, upload: Upload): Promise<StoredFile> {
    const limits = uploadLimits[purpose];
    const mediaType = upload.mediaType;
    if (!mediaType || !limits.mediaTypes.includes(mediaType)) {
      throw errors.upload_type_refused({
        detail: `Accepted here: ${limits.mediaTypes.map((type) => type.split('/')[1]).join(', ')}. This file is something else.`,
      });
    }
    if (mediaType.startsWith('image/') && (await pixelsOf(upload.bytes)) > mostPixels) {
      throw errors.upload_type_refused({
        detail: `This picture has more than ${mostPixels / 1_000_000} million pixels. Send a smaller one.`,
      });
    }
    const id = uuidv7();
    const key = `uploads/${actor.organisationId}/${id}`;
    const { size, sha256 } = await this.storage.put(key, upload.bytes);
    return this.database.inTransaction(actor, async (tx) => {
      await tx.execute(
        `insert into stored_file (id, organisation_id, purpose, storage_key, name, media_type, size, sha256, uploaded_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, actor.organisationId, purpose, key, upload.name, mediaType, size, sha256, actor.personId],
      );
      tx.record({
        action: 'file.uploaded',
        subjectType: 'stored_file',
        subjectId: id,
        detail: { purpose, sha256, size },
      });
      return { id, name: upload.name, mediaType, size, sha256 };
    });
  }

  /** A file that this transaction's actor can see, with its content. */
  async open(tx: Tx, id: string): Promise<StoredFile & { content: Readable }> {
    const { storageKey, ...file } = await tx.one<StoredFile & { storageKey: string }>(
      `select id, name, media_type as "mediaType", size::float8 as size, sha256, storage_key as "storageKey"
         from stored_file where id = $1`,
      [id],
    );
    return { ...file, content: this.storage.stream(storageKey) };
  }
}

/** By its head alone, nothing is unpacked; 0 for what only begins as a picture does, which nobody unpacks either. */
async function pixelsOf(bytes: Buffer): Promise<number> {
  // Loaded with the first picture.
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { limitInputPixels: false })
    .metadata()
    .then(
      ({ width, height, pages = 1 }) => width * height * pages,
      () => 0,
    );
}
