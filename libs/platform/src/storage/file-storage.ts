import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';

/** What was stored: its size in bytes and the SHA-256 of its content in hex. */
export interface StoredContent {
  size: number;
  sha256: string;
}

/** Files by key under `DATA_DIR/files`. Keys are made by the code, never taken from a person. */
@Injectable()
export class FileStorage {
  private readonly root: string;

  constructor(settings: Settings) {
    this.root = path.join(settings.dataDir, 'files');
  }

  /** Stores whole or not at all: written beside, flushed to the disk, then renamed over whatever was there. */
  async put(key: string, content: Buffer): Promise<StoredContent> {
    const target = this.pathOf(key);
    await mkdir(path.dirname(target), { recursive: true });
    const beside = `${target}.${randomUUID()}.part`;
    try {
      const file = await open(beside, 'wx', 0o640);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, target);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    return { size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  }

  async get(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key));
  }

  stream(key: string): Readable {
    return createReadStream(this.pathOf(key));
  }

  async exists(key: string): Promise<boolean> {
    return stat(this.pathOf(key)).then(
      () => true,
      () => false,
    );
  }

  /** Takes a file away, there or not: what a row speaks of stays. */
  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** Fails when nothing can be written, for the readiness check. */
  async probe(): Promise<void> {
    const key = `.probe/${randomUUID()}`;
    await this.put(key, Buffer.from('ready'));
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    const target = path.resolve(this.root, key);
    if (!target.startsWith(this.root + path.sep)) {
      throw new RangeError(`The key ${key} leads out of the storage folder`);
    }
    return target;
  }
}
