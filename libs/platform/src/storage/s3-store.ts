import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { S3Settings } from '../config/settings.js';
import type { FileStore } from './file-store.js';

type Sdk = typeof import('@aws-sdk/client-s3');

/** Files in a bucket of Amazon S3 or any store that speaks it. The client is loaded with the first file. */
export class S3Store implements FileStore {
  private opened: Promise<{ sdk: Sdk; client: S3Client }> | null = null;

  constructor(private readonly settings: S3Settings) {}

  /** An object of S3 appears whole or not at all, and a reader after the answer sees it. */
  async put(key: string, content: Buffer): Promise<void> {
    const { sdk, client } = await this.open();
    await client.send(new sdk.PutObjectCommand({ ...this.place(key), Body: content }));
  }

  async get(key: string): Promise<Buffer> {
    const { sdk, client } = await this.open();
    const { Body } = await client.send(new sdk.GetObjectCommand(this.place(key)));
    if (!Body) {
      throw new Error(`The store answered without the content of ${key}`);
    }
    return Buffer.from(await Body.transformToByteArray());
  }

  stream(key: string): Readable {
    return Readable.from(this.chunks(key), { objectMode: false });
  }

  async exists(key: string): Promise<boolean> {
    const { sdk, client } = await this.open();
    try {
      await client.send(new sdk.HeadObjectCommand(this.place(key)));
      return true;
    } catch (error) {
      if (error instanceof sdk.S3ServiceException && error.$metadata.httpStatusCode === 404) {
        return false;
      }
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    const { sdk, client } = await this.open();
    await client.send(new sdk.DeleteObjectCommand(this.place(key)));
  }

  private async *chunks(key: string): AsyncGenerator<Uint8Array> {
    const { sdk, client } = await this.open();
    const { Body } = await client.send(new sdk.GetObjectCommand(this.place(key)));
    yield* Body as Readable;
  }

  private place(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.bucket, Key: key };
  }

  private open(): Promise<{ sdk: Sdk; client: S3Client }> {
    this.opened ??= import('@aws-sdk/client-s3').then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        ...(this.settings.endpoint !== null && { endpoint: this.settings.endpoint, forcePathStyle: true }),
        // Stores other than Amazon's do not all know the newer checksums; the hash in the database is checked anyway.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
    }));
    return this.opened;
  }
}
