import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { Visitor } from '../identity/visitor.js';

describe.each([
  ['one proxy, counted', '1'],
  ['a proxy by its address', '198.51.100.1'],
])('behind %s', (_how, trusted) => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext({ RATE_LIMIT_PER_MINUTE: '8', TRUST_PROXY: trusted });
  });
  afterAll(() => context.close());

  const left = async (forwarded: string): Promise<unknown> =>
    (
      await new Visitor(context.app).send('GET', '/v1/public/health/live', {
        address: '198.51.100.1',
        headers: { 'x-forwarded-for': forwarded },
      })
    ).headers['ratelimit-remaining'];

  it('the limit counts for who the proxy saw, whatever that one claims to be', async () => {
    expect(await left('203.0.113.5')).toBe('7');
    expect(await left('203.0.113.6')).toBe('7');
    // The caller's own words stand before what the proxy added.
    expect(await left('192.0.2.1, 203.0.113.5')).toBe('6');
    expect(await left('192.0.2.2, 203.0.113.5')).toBe('5');
  });
});
