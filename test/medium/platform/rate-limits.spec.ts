import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { enrol, signedIn, Visitor } from '../identity/visitor.js';

const limit = 8;
const live = '/v1/public/health/live';

describe('rate limits', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext({ RATE_LIMIT_PER_MINUTE: String(limit) });
  });
  afterAll(() => context.close());

  it('count down in the standard headers, then refuse with a problem that says how long to wait', async () => {
    const visitor = new Visitor(context.app);
    for (let count = 1; count <= limit; count += 1) {
      const answer = await visitor.send('GET', live, { address: '198.51.100.1' });
      expect(answer.status).toBe(200);
      expect(answer.headers['ratelimit-limit']).toBe(String(limit));
      expect(answer.headers['ratelimit-remaining']).toBe(String(limit - count));
      expect(Number(answer.headers['ratelimit-reset'])).toBeLessThanOrEqual(60);
    }
    const refused = await visitor.send('GET', live, { address: '198.51.100.1' });
    expect(refused.status).toBe(429);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(refused.body).toMatchObject({
      type: 'http://127.0.0.1:3000/problems/too_many_requests',
      status: 429,
      code: 'too_many_requests',
      requestId: refused.headers['x-request-id'],
      retryAfterSeconds: expect.any(Number),
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('count by network address for who has not signed in', async () => {
    const visitor = new Visitor(context.app);
    expect(
      (await visitor.send('GET', live, { address: '198.51.100.2' })).headers['ratelimit-remaining'],
    ).toBe('7');
    // Whoever sends a forwarded address of their own making is not believed.
    const pretended = await visitor.send('GET', live, {
      address: '198.51.100.2',
      headers: { 'x-forwarded-for': '198.51.100.3' },
    });
    expect(pretended.headers['ratelimit-remaining']).toBe('6');
  });

  it('are not escaped by a new made-up credential each time', async () => {
    const visitor = new Visitor(context.app);
    const answers: number[] = [];
    for (let count = 0; count <= 20 * limit; count += 1) {
      const { status } = await visitor.send('GET', live, {
        address: '198.51.100.9',
        headers: { authorization: `Bearer wk_made_up_${count}` },
      });
      answers.push(status);
    }
    expect(answers.slice(0, 20 * limit)).toEqual(Array.from({ length: 20 * limit }, () => 200));
    expect(answers.at(-1)).toBe(429);
  });

  it('count by session for who has, so that one does not use up another’s', async () => {
    const first = await signedIn(context, (await enrol(context, 'retailer', ['owner'])).email);
    const second = await signedIn(context, (await enrol(context, 'retailer', ['owner'])).email);
    for (let count = 0; count < limit; count += 1) {
      expect((await first.send('GET', '/v1/account/session')).status).toBe(200);
    }
    expect((await first.send('GET', '/v1/account/session')).status).toBe(429);
    expect((await second.send('GET', '/v1/account/session')).status).toBe(200);
  });
});
