import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import type { FileStore } from './file-store.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';

/** What was stored: its size in bytes and the SHA-256 of its content in hex. */
export interface StoredContent {
  size: number;
  sha256: string;
}

/** Files by key under `DATA_DIR/files`, or in the bucket of `S3_BUCKET`. Keys are made by the code, never taken from a person. */
@Injectable()
export class FileStorage {
  private readonly store: FileStore;

  constructor(settings: Settings) {
    this.store = settings.s3
      ? new S3Store(settings.s3)
      : new FolderStore(path.join(settings.dataDir, 'files'));
  }

  /** Stores whole or not at all, over whatever was there. */
  async put(key: string, content: Buffer): Promise<StoredContent> {
    await this.store.put(key, content);
    return { size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  }

  async get(key: string): Promise<Buffer> {
    return this.store.get(key);
  }

  stream(key: string): Readable {
    return this.store.stream(key);
  }

  async exists(key: string): Promise<boolean> {
    return this.store.exists(key);
  }

  /** Takes a file away, there or not: what a row speaks of stays. */
  async remove(key: string): Promise<void> {
    await this.store.remove(key);
  }

  /** Fails when nothing can be written, for the readiness check. */
  async probe(): Promise<void> {
    const key = `.probe/${randomUUID()}`;
    await this.store.put(key, Buffer.from('ready'));
    await this.store.remove(key);
  }
}
