import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileStorage, ReadinessCheck } from '#platform';
import { type S3Server, startS3Server } from '../../../tools/scale/s3-server.js';
import { openTestContext, type TestContext } from '../../support/context.js';

describe('files in S3', () => {
  let folder: string;
  let server: S3Server;
  let context: TestContext;
  let storage: FileStorage;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'weftway-s3-'));
    server = await startS3Server(folder);
    // The AWS client reads its own variables from the process.
    Object.assign(process.env, server.env);
    context = await openTestContext(server.env);
    storage = context.get(FileStorage);
  });
  afterAll(async () => {
    await context.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('come back as they were stored, whole and as a stream, and are written over', async () => {
    const content = randomBytes(300_000);
    const stored = await storage.put('orders/one/r1/PO-1.pdf', content);
    expect(stored).toEqual({
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect((await storage.get('orders/one/r1/PO-1.pdf')).equals(content)).toBe(true);
    const chunks: Buffer[] = [];
    for await (const chunk of storage.stream('orders/one/r1/PO-1.pdf')) {
      chunks.push(chunk as Buffer);
    }
    expect(Buffer.concat(chunks).equals(content)).toBe(true);
    await storage.put('orders/one/r1/PO-1.pdf', Buffer.from('again'));
    expect((await storage.get('orders/one/r1/PO-1.pdf')).toString()).toBe('again');
    expect(await readdir(context.dataDir)).not.toContain('files');
  });

  it('that are not there are missing, and an error of their stream', async () => {
    expect(await storage.exists('orders/one/r1/PO-1.pdf')).toBe(true);
    expect(await storage.exists('orders/two')).toBe(false);
    await expect(storage.get('orders/two')).rejects.toThrow(/key does not exist|NoSuchKey/);
    const reading = (async (): Promise<void> => {
      for await (const chunk of storage.stream('orders/two')) {
        expect(chunk).toBeUndefined();
      }
    })();
    await expect(reading).rejects.toThrow(/key does not exist|NoSuchKey/);
  });

  it('are what readiness asks after', async () => {
    const storageOf = async (): Promise<boolean | undefined> =>
      (await context.get(ReadinessCheck).check()).checks.find((one) => one.name === 'storage')?.ok;
    expect(await storageOf()).toBe(true);
    await server.stop();
    expect(await storageOf()).toBe(false);
  });
});
