import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Answer, newcomer, type Visitor } from '../identity/visitor.js';
import { everythingOfSourcing, type Market, type RequestView, setMarket } from './market.js';
import { workbook } from './sheets.js';

describe('a sheet that is uploaded', () => {
  let context: TestContext;
  let market: Market;
  let buyer: Visitor;
  let draft: RequestView;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    buyer = (await newcomer(context, 'retailer', ['requester'], market.id)).visitor;
    draft = await market.draft();
  });
  afterAll(() => context.close());

  /** A multipart body as a browser makes it. */
  async function upload(visitor: Visitor, bytes: Buffer, { field = 'file' } = {}): Promise<Answer> {
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(bytes)]), 'order.xlsx');
    const made = new Response(form);
    const body = Buffer.from(await made.arrayBuffer());
    return visitor.send('POST', `/v1/buyer/requests/${draft.id}/lines/import`, {
      headers: { 'content-type': made.headers.get('content-type') ?? '' },
      payload: body as unknown as string,
    });
  }

  /** A refusal that leaves nothing behind, of the draft or of the file. */
  async function refused(...sent: Parameters<typeof upload>): Promise<Answer> {
    const before = await everythingOfSourcing(context);
    const answer = await upload(...sent);
    expect(await everythingOfSourcing(context)).toEqual(before);
    return answer;
  }

  it('is read whole, and told of', async () => {
    const sheet = await workbook({
      name: 'Order',
      rows: [
        ['Item', 'Qty', 'Colour'],
        ['Basket', 1200, 'indigo'],
      ],
    });
    const answer = await upload(buyer, sheet);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      imported: 1,
      lines: 1,
      headingRow: 1,
      mapping: [
        { column: 0, heading: 'Item', field: 'description' },
        { column: 1, heading: 'Qty', field: 'quantity' },
      ],
      ignoredColumns: [{ column: 2, heading: 'Colour' }],
      skippedRows: [],
      warnings: [],
    });
  });

  it('with wrong cells is refused with a problem that points to each of them', async () => {
    const answer = await refused(buyer, Buffer.from('SKU,Item,Qty\nA,Basket,5\nB,Mat,many\nC,Rug,0\n'));
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      code: 'sheet_has_errors',
      wrongCells: 2,
      readableLines: 1,
      errors: [
        { pointer: '/cells/C3', code: 'number_unreadable' },
        { pointer: '/cells/C4', code: 'quantity_not_positive' },
      ],
    });
  });

  it('that is empty, too large or in another field is refused', async () => {
    for (const [bytes, options, status, code] of [
      [Buffer.alloc(0), {}, 422, 'upload_missing'],
      [Buffer.from('Item,Qty\nBasket,5\n'), { field: 'sheet' }, 422, 'upload_missing'],
      [Buffer.alloc(10_000_001, 'a'), {}, 413, 'upload_too_large'],
    ] as const) {
      const answer = await refused(buyer, bytes, options);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    const before = await everythingOfSourcing(context);
    const bare = await buyer.send('POST', `/v1/buyer/requests/${draft.id}/lines/import`, { body: {} });
    expect([bare.status, bare.body.code]).toEqual([422, 'upload_missing']);
    expect(await everythingOfSourcing(context)).toEqual(before);
  });

  it('is not for who may only read, nor for another retailer', async () => {
    const sheet = Buffer.from('Item,Qty\nBasket,5\n');
    const reader = await newcomer(context, 'retailer', ['finance'], market.id);
    expect(await refused(reader.visitor, sheet)).toMatchObject({
      status: 403,
      body: { code: 'not_permitted' },
    });
    const stranger = await newcomer(context, 'retailer', ['owner']);
    expect(await refused(stranger.visitor, sheet)).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
  });

  it('leaves the version that others hold behind: their change is refused with 412, none with 428', async () => {
    const path = `/v1/buyer/requests/${draft.id}`;
    const { body, headers } = await buyer.send<RequestView>('GET', path);
    expect(headers.etag).toMatch(new RegExp(`^"v${body.version}\\.`));
    await upload(buyer, Buffer.from('Item,Qty\nBasket,5\n'));
    const before = await everythingOfSourcing(context);
    const lines = [{ description: 'Mine', quantity: '1', unitCode: 'C62' }];
    for (const [ifMatch, status, code] of [
      [`"v${body.version}"`, 412, 'version_conflict'],
      ['"nonsense"', 412, 'version_conflict'],
      [undefined, 428, 'version_required'],
    ] as const) {
      const answer = await buyer.send('PUT', `${path}/lines`, {
        body: { lines },
        ...(ifMatch && { ifMatch }),
      });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect(await everythingOfSourcing(context)).toEqual(before);
  });
});
