import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { setScene } from '../quoting/scene.js';
import { type Answer, everythingOfIdentity, newcomer, type Visitor } from '../identity/visitor.js';

const url = '/v1/account/profile';
const profile = { name: 'Amina Otieno', language: 'sw', timeZone: 'Africa/Nairobi' };

describe('versions', () => {
  let context: TestContext;
  let visitor: Visitor;
  beforeAll(async () => {
    context = await openTestContext();
    ({ visitor } = await newcomer(context, 'retailer', ['owner']));
  });
  afterAll(() => context.close());

  const change = (ifMatch?: string): Promise<Answer> =>
    visitor.send('PUT', url, { body: profile, ...(ifMatch !== undefined && { ifMatch }) });

  it('are asked for: a change without If-Match is refused', async () => {
    const before = await everythingOfIdentity(context);
    const refused = await change();
    expect([refused.status, refused.body.code]).toEqual([428, 'version_required']);
    expect(refused.body.detail).toContain('If-Match');
    expect(await everythingOfIdentity(context)).toEqual(before);
  });

  it.each(['"v2"', '"v0"', '*', 'v1', '1', 'W/"v1"', '"v1", "v2"', '"v99999999999999999999"'])(
    'that are not the present one are refused: %s',
    async (tag) => {
      const before = await everythingOfIdentity(context);
      const refused = await change(tag);
      expect([refused.status, refused.body.code]).toEqual([412, 'version_conflict']);
      expect(await everythingOfIdentity(context)).toEqual(before);
    },
  );

  it('come as ETag with what is read, and go up with each change', async () => {
    expect((await visitor.send('GET', url)).headers.etag).toMatch(/^"v1\.[0-9a-f]{8}"$/);
    const changed = await change('"v1"');
    expect([changed.status, changed.headers.etag, changed.body.version]).toEqual([200, '"v2"', 2]);
    const stale = await change('"v1"');
    expect([stale.status, stale.body.currentVersion]).toEqual([412, 2]);
  });

  it('save the body for who has it already', async () => {
    const { headers } = await visitor.send('GET', url);
    const tag = String(headers.etag);
    const same = await visitor.send('GET', url, { headers: { 'if-none-match': tag } });
    expect([same.status, same.text, same.headers.etag]).toEqual([304, '', tag]);
    const other = await visitor.send('GET', url, { headers: { 'if-none-match': '"v1"' } });
    expect([other.status, other.body.version]).toEqual([200, 2]);
  });

  it('do not hide what the clock has changed: a request that has closed is no longer the open one', async () => {
    const scene = await setScene(context);
    const weavers = await scene.cooperative('Weavers');
    const request = await scene.request([weavers], { hours: 2 });
    const { visitor: buyer } = await newcomer(context, 'retailer', ['requester'], scene.buyer.id);
    const at = `/v1/buyer/requests/${request.id}`;
    const open = await buyer.send<{ state: string; version: number }>('GET', at);
    expect(open.body.state).toBe('open');
    const tag = String(open.headers.etag);
    expect((await buyer.send('GET', at, { headers: { 'if-none-match': tag } })).status).toBe(304);
    await context.advanceClock(3);
    const closed = await buyer.send<{ state: string; version: number }>('GET', at, {
      headers: { 'if-none-match': tag },
    });
    expect([closed.status, closed.body.state, closed.body.version]).toEqual([
      200,
      'closed',
      open.body.version,
    ]);
  });

  it('let one of many through who change at the same moment', async () => {
    const tag = String((await visitor.send('GET', url)).headers.etag);
    const answers = await Promise.all(Array.from({ length: 5 }, () => change(tag)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412, 412, 412]);
  });
});
