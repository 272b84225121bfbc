import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OrderDocumentJobs } from '#ordering';
import { FileStorage, type PersonActor, publicActor, systemActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { refusal } from '../quoting/scene.js';
import { type Awarding, deliveryOf, prepareAwards } from './awarding.js';

interface DocumentRow {
  kind: 'pdf' | 'ubl';
  revision: number;
  state: string;
  storage_key: string;
  sha256: string;
  size: string;
  attempts: number;
  error: string | null;
  made_at: Date;
}

const anyone = publicActor('test');
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const multipart = (content: Buffer): { payload: Buffer; headers: Record<string, string> } => ({
  payload: Buffer.concat([
    Buffer.from(
      '--seam\r\ncontent-disposition: form-data; name="file"; filename="order.pdf"\r\ncontent-type: application/pdf\r\n\r\n',
    ),
    content,
    Buffer.from('\r\n--seam--\r\n'),
  ]),
  headers: { 'content-type': 'multipart/form-data; boundary=seam' },
});

describe('the documents of an order', () => {
  let context: TestContext;
  let by: Awarding;
  let buyer: PersonActor;
  let jobs: OrderDocumentJobs;
  let storage: FileStorage;
  beforeAll(async () => {
    context = await openTestContext();
    by = await prepareAwards(context);
    buyer = by.scene.buyer.owner;
    jobs = context.job(OrderDocumentJobs);
    storage = context.job(FileStorage);
  });
  afterAll(() => context.close());

  const rows = (orderId: string): Promise<DocumentRow[]> =>
    context.peek<DocumentRow>('select * from order_document where order_id = $1 order by revision, kind', [
      orderId,
    ]);
  const announced = async (orderId: string, type: string): Promise<number> =>
    (
      await context.peek(`select id from outbox_message where type = $2 and payload->>'orderId' = $1`, [
        orderId,
        type,
      ])
    ).length;
  const bytes = async (work: ReturnType<Awarding['documents']['open']>): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of (await work).getStream()) {
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  };
  const make = (orderId: string): Promise<void> =>
    jobs.makeDocuments(deliveryOf('order.issued', { orderId }));
  /** What the storage does next, once. */
  const storageFailsWith = (words: string): (() => void) => {
    const put = storage.put.bind(storage);
    storage.put = () => Promise.reject(new Error(words));
    return () => {
      storage.put = put;
    };
  };

  it('are pending, then ready for both parties, and say what was ordered', async () => {
    const { weavers: orderId } = await by.issued();
    expect(await refusal(by.documents.open(buyer, 'buyer', orderId, 'pdf'))).toMatchObject({
      code: 'document_pending',
    });
    await make(orderId);
    const [pdf, ubl] = await rows(orderId);
    const paper = await bytes(by.documents.open(buyer, 'buyer', orderId, 'pdf'));
    const xml = await bytes(by.documents.open(by.weavers, 'cooperative', orderId, 'ubl'));
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    expect({ sha256: sha256(paper), size: String(paper.length) }).toEqual({
      sha256: pdf?.sha256,
      size: pdf?.size,
    });
    expect(sha256(xml)).toBe(ubl?.sha256);
    const order = await by.orders.byId(buyer, 'buyer', orderId);
    for (const word of [
      order.reference,
      order.total,
      'Weavers of Machakos',
      order.verifyUrl,
      order.requestReference ?? '?',
    ]) {
      expect(xml.toString('utf8')).toContain(word);
    }
    expect(pdf?.storage_key).toBe(`orders/${orderId}/r1/${order.reference}.pdf`);
    expect(order.documents.map((document) => document.state)).toEqual(['ready', 'ready']);
  });

  it('are made once, however often they are asked for', async () => {
    const { weavers: orderId } = await by.issued();
    await make(orderId);
    const first = await rows(orderId);
    await make(orderId);
    await Promise.all([make(orderId), make(orderId)]);
    expect(await rows(orderId)).toEqual(first);
    expect(await announced(orderId, 'order.documents_ready')).toBe(1);
  });

  it('are made once by two workers at the same moment', async () => {
    const { weavers: orderId } = await by.issued();
    await Promise.all([make(orderId), make(orderId), make(orderId)]);
    expect((await rows(orderId)).map((row) => row.state)).toEqual(['ready', 'ready']);
    expect(await announced(orderId, 'order.documents_ready')).toBe(1);
  });

  it('come out whole when a worker was killed between storing and committing', async () => {
    const { weavers: orderId } = await by.issued();
    const made = await jobs.render(systemActor('killed'), orderId);
    for (const file of made.files) {
      await storage.put(file.storageKey, file.content);
    }
    expect((await rows(orderId)).map((row) => row.state)).toEqual(['pending', 'pending']);
    await make(orderId);
    expect((await rows(orderId)).map((row) => row.sha256)).toEqual(
      made.files.map((file) => sha256(file.content)),
    );
  });

  it('that failed say so, are tried again by the queue and on request, and become ready', async () => {
    const { weavers: orderId } = await by.issued();
    expect((await refusal(by.documents.retry(buyer, orderId))).code).toBe('documents_not_failed');
    const mend = storageFailsWith('no space left on device');
    await expect(make(orderId)).rejects.toThrow('no space left');
    await expect(make(orderId)).rejects.toThrow('no space left');
    mend();
    expect(await rows(orderId)).toMatchObject([
      { kind: 'pdf', state: 'failed', attempts: 2, error: 'no space left on device', sha256: null },
      { kind: 'ubl', state: 'failed', attempts: 2 },
    ]);
    expect(await refusal(by.documents.open(by.weavers, 'cooperative', orderId, 'pdf'))).toMatchObject({
      code: 'document_failed',
      detail: expect.stringContaining('tried again') as unknown,
    });
    const shown = await by.orders.byId(by.weavers, 'cooperative', orderId);
    expect(JSON.stringify(shown.documents)).not.toContain('device');

    const stranger = await context.member(await context.organisation('retailer'), 'retailer', ['owner']);
    expect((await refusal(by.documents.retry(stranger, orderId))).code).toBe('not_found');
    await by.documents.retry(buyer, orderId);
    await context.drain();
    expect(await rows(orderId)).toMatchObject([{ state: 'ready', error: null }, { state: 'ready' }]);
    const recorded = await context.peek<{ action: string }>(
      `select action from audit_entry where subject_id = $1 and action like 'order_document.%' order by seq`,
      [orderId],
    );
    expect(recorded.map((entry) => entry.action)).toEqual([
      'order_document.failed',
      'order_document.failed',
      'order_document.ready',
      'order_document.ready',
    ]);
  });

  it('that are ready never change, and an altered file is not handed out', async () => {
    const { weavers: orderId } = await by.issued();
    await make(orderId);
    const system = { kind: 'system' as never, organisationId: '', personId: '' };
    await expect(
      context.asApp(system, `update order_document set sha256 = repeat('0', 64) where order_id = $1`, [
        orderId,
      ]),
    ).rejects.toThrow('record_is_final');
    const [pdf] = await rows(orderId);
    await storage.put(pdf?.storage_key ?? '', Buffer.from('%PDF- forged'));
    expect((await refusal(by.documents.open(buyer, 'buyer', orderId, 'pdf'))).code).toBe(
      'document_unavailable',
    );
  });

  describe('shown by anyone', () => {
    it('prove themselves by code, hash and file, and tell no price', async () => {
      const { weavers: orderId } = await by.issued();
      await make(orderId);
      const order = await by.orders.byId(buyer, 'buyer', orderId);
      const token = order.verifyUrl.split('/').at(-1) ?? '';
      const known = {
        verdict: 'genuine',
        current: true,
        status: 'current',
        reference: order.reference,
        revision: 1,
        issuedOn: order.issuedOn,
        buyer: 'Hearth and Hall',
        cooperative: 'Weavers of Machakos',
      };
      expect(await by.verification.byToken(anyone, token)).toEqual({ ...known, document: null });
      const paper = await bytes(by.documents.open(buyer, 'buyer', orderId, 'pdf'));
      expect(await by.verification.byContent(anyone, paper)).toEqual({ ...known, document: 'pdf' });
      const xml = await bytes(by.documents.open(buyer, 'buyer', orderId, 'ubl'));
      expect(await by.verification.byHash(anyone, sha256(xml).toUpperCase())).toEqual({
        ...known,
        document: 'ubl',
      });

      const byCode = await context.app.inject(`/v1/public/verify/po/${token}`);
      expect([byCode.statusCode, byCode.json()]).toEqual([200, { ...known, document: null }]);
      expect(byCode.body).not.toContain('1425');
      const byFile = await context.app.inject({
        method: 'POST',
        url: '/v1/public/verify/files',
        ...multipart(paper),
      });
      expect([byFile.statusCode, byFile.json()]).toEqual([200, { ...known, document: 'pdf' }]);
    });

    it('are unknown when a byte was altered, or when they never were ours', async () => {
      const { weavers: orderId } = await by.issued();
      await make(orderId);
      const altered = Buffer.from(await bytes(by.documents.open(buyer, 'buyer', orderId, 'pdf')));
      altered[altered.length - 10] = (altered[altered.length - 10] ?? 0) ^ 1;
      const unknown = {
        verdict: 'unknown',
        current: false,
        status: 'unknown',
        reference: null,
        revision: null,
        document: null,
        issuedOn: null,
        buyer: null,
        cooperative: null,
      };
      expect(await by.verification.byContent(anyone, altered)).toEqual(unknown);
      for (const url of [
        'po/abc',
        `po/${'A'.repeat(24)}`,
        'po/%00',
        'sha256/xyz',
        `sha256/${'0'.repeat(64)}`,
      ]) {
        const answer = await context.app.inject(`/v1/public/verify/${url}`);
        expect([url, answer.statusCode, answer.json()]).toEqual([url, 200, unknown]);
      }
      const file = await context.app.inject({
        method: 'POST',
        url: '/v1/public/verify/files',
        ...multipart(altered),
      });
      expect([file.statusCode, file.json()]).toEqual([200, unknown]);
    });

    it('say when the order was rejected or cancelled, or a newer revision stands', async () => {
      const issued = await by.issued();
      await make(issued.weavers);
      await make(issued.plaiters);
      const paper = await bytes(by.documents.open(buyer, 'buyer', issued.weavers, 'pdf'));
      await by.orders.reject(by.plaiters, issued.plaiters, 1, 'No');
      const rejected = await bytes(by.documents.open(buyer, 'buyer', issued.plaiters, 'pdf'));
      expect(await by.verification.byContent(anyone, rejected)).toMatchObject({
        verdict: 'genuine',
        current: false,
        status: 'rejected',
      });

      // As a change that both sides accept will do it: documents of the next revision, then the revision.
      await context.peek(
        `insert into order_document (order_id, revision, kind, buyer_id, cooperative_id, state)
         select order_id, 2, kind, buyer_id, cooperative_id, 'pending' from order_document where order_id = $1`,
        [issued.weavers],
      );
      await context.peek('update purchase_order set revision = 2 where id = $1', [issued.weavers]);
      await make(issued.weavers);
      expect(await by.verification.byContent(anyone, paper)).toMatchObject({
        verdict: 'genuine',
        current: false,
        status: 'superseded',
        revision: 1,
      });
      const newer = await bytes(by.documents.open(buyer, 'buyer', issued.weavers, 'pdf'));
      expect(await by.verification.byContent(anyone, newer)).toMatchObject({
        current: true,
        status: 'current',
        revision: 2,
      });

      await by.orders.cancel(buyer, issued.weavers, 1, 'Changed our minds');
      expect(await by.verification.byContent(anyone, newer)).toMatchObject({
        verdict: 'genuine',
        current: false,
        status: 'cancelled',
      });
    });
  });
});
