import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { BackupError } from './backup-error.js';

/** Small enough to hold some in memory, large enough that their heads cost nothing. */
export const pieceBytes = 4_000_000;

/** A cheap pack of what is mostly text: beyond it a third more time buys a tenth less space. */
const level = 4;

/** What an archive is told by: SHA-256 over the name, size and content of every entry in their order. */
class Seal {
  private readonly hash: Hash = createHash('sha256');

  add(name: string, content: Buffer): void {
    this.hash.update(`${name} ${content.length}\n`).update(content);
  }

  /** So far, in hex; more may be added. */
  value(): string {
    return this.hash.copy().digest('hex');
  }
}

/** Writes a gzipped tar beside its place; it is there whole, or not at all. */
export class ArchiveWriter {
  private readonly tar = pack();
  private readonly seal = new Seal();
  private readonly written: Promise<void>;
  private readonly part: string;
  private failed: Error | null = null;

  constructor(private readonly file: string) {
    this.part = `${file}.part`;
    // Readable for its owner alone: it holds what every organisation keeps to itself.
    const target = createWriteStream(this.part, { mode: 0o600, flags: 'w' });
    this.written = pipeline(this.tar, createGzip({ level }), target);
    this.written.catch((error: Error) => {
      this.failed = error;
    });
  }

  /** Adds an entry; resolves when there is room for the next. */
  async add(name: string, content: Buffer): Promise<void> {
    if (this.failed) {
      throw this.failed;
    }
    this.seal.add(name, content);
    await new Promise<void>((resolve, reject) => {
      // A disk that is full ends the tar and with it this entry; the disk's own words help more.
      this.tar
        .entry({ name, size: content.length }, (error) => (error ? reject(this.failed ?? error) : resolve()))
        .end(content);
    });
  }

  /** What the seal is over everything added so far. */
  sealed(): string {
    return this.seal.value();
  }

  /** Flushes to the disk and puts the archive in its place. */
  async finish(): Promise<void> {
    this.tar.finalize();
    await this.written;
    const file = await open(this.part, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(this.part, this.file);
  }

  /** Lets go of what was written. */
  async abandon(): Promise<void> {
    this.tar.destroy();
    await this.written.catch(() => undefined);
    await rm(this.part, { force: true });
  }
}

export interface Entry {
  name: string;
  content: Buffer;
  /** The seal over every entry before this one. */
  sealBefore: string;
}

/**
 * Reads an archive from its beginning to its end, an entry at a time.
 * @throws BackupError when it is cut, was changed, or is no such archive
 */
export async function* readArchive(file: string): AsyncGenerator<Entry> {
  const tar = extract();
  const read = pipeline(createReadStream(file), createGunzip(), tar);
  // Who reads the entries is told by them.
  read.catch(() => undefined);
  const seal = new Seal();
  try {
    for await (const entry of tar) {
      const pieces: Buffer[] = [];
      for await (const piece of entry) {
        pieces.push(piece as Buffer);
      }
      const content = Buffer.concat(pieces);
      if (content.length !== entry.header.size) {
        throw new BackupError(`The archive is cut inside ${entry.header.name}.`);
      }
      const sealBefore = seal.value();
      seal.add(entry.header.name, content);
      yield { name: entry.header.name, content, sealBefore };
    }
    await read;
  } catch (error) {
    throw unreadable(error);
  }
}

/** What zlib, tar and the file system say, in words that help. */
function unreadable(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof BackupError || code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    return error;
  }
  if (code === 'Z_BUF_ERROR' || /unexpected end/i.test(message)) {
    return new BackupError('The archive is cut: its end is missing.', { cause: error });
  }
  if (code?.startsWith('Z_') || /tar|header/i.test(message)) {
    return new BackupError(`This is no whole archive of Weftway: ${message}.`, { cause: error });
  }
  return error;
}
