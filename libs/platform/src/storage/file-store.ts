import type { Readable } from 'node:stream';

/** Where bytes are kept by key. */
export interface FileStore {
  /** Whole or not at all, over whatever was there; when it returns they are kept for good. */
  put(key: string, content: Buffer): Promise<void>;
  get(key: string): Promise<Buffer>;
  /** What is not there is an error of the stream. */
  stream(key: string): Readable;
  exists(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
}
