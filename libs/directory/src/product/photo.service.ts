import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Database,
  FileStorage,
  type OrganisationActor,
  type StoredFile,
  StoredFiles,
  type Upload,
} from '#platform';

type OpenedPhoto = StoredFile & { content: Readable };

/** Widths in pixels in which photos are served: from a thumb on a phone to a page's whole width on a dense screen. */
export const photoWidths = [160, 320, 640, 1200] as const;
/** Larger ones come from no camera; unpacking them would take the memory of all others. */
const mostPixels = 60_000_000;

/** Photos of products. */
@Injectable()
export class PhotoService {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
    private readonly storage: FileStorage,
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

  /** For everyone, as long as a shown product has it; in a width as WebP, without what its camera wrote into it. */
  async openShown(actor: Actor, fileId: string, width?: number): Promise<OpenedPhoto> {
    const photo = await this.database.read(actor, async (tx) => {
      await tx.one('select id from shown_product where photo_file_id = $1 limit 1', [fileId]);
      return this.files.open(tx, fileId);
    });
    return width === undefined ? photo : this.scaled(photo, width);
  }

  /** Made when it is first asked for, then kept: a photo never changes under its id. */
  private async scaled({ content, ...photo }: OpenedPhoto, width: number): Promise<OpenedPhoto> {
    const key = `scaled/${photo.id}/${width}.webp`;
    if (await this.storage.exists(key)) {
      content.destroy();
    } else {
      const original = await buffer(content);
      // Loaded with the first photo: 19 MB that an api without photos does not need.
      const { default: sharp } = await import('sharp');
      const made = await sharp(original, { limitInputPixels: mostPixels })
        .rotate()
        .resize({ width, withoutEnlargement: true })
        .webp({ quality: 76 })
        .toBuffer()
        .catch(() => null);
      if (made === null) {
        // It begins as a picture does, but nobody can draw it: a browser may still show a part.
        return { ...photo, content: Readable.from(original) };
      }
      await this.storage.put(key, made);
    }
    const bytes = await this.storage.get(key);
    return { ...photo, mediaType: 'image/webp', size: bytes.length, content: Readable.from(bytes) };
  }
}
