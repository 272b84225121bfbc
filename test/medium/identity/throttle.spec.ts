import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Account, type Answer, enrol, password, Visitor } from './visitor.js';

const seconds = (count: number): number => count / 3600;

describe('guessing passwords', () => {
  let context: TestContext;
  let account: Account;
  beforeAll(async () => {
    context = await openTestContext();
    account = await enrol(context, 'retailer', ['requester']);
  });
  afterEach(() => context.peek('delete from sign_in_throttle'));
  afterAll(() => context.close());

  const attempt = (email: string, given: string, address = '198.51.100.7'): Promise<Answer> =>
    new Visitor(context.app).send('POST', '/v1/public/sessions', {
      body: { email, password: given },
      address,
    });
  const fail = async (times: number, email: string, address?: string): Promise<number[]> => {
    const statuses: number[] = [];
    for (let tried = 0; tried < times; tried += 1) {
      statuses.push((await attempt(email, 'not the password', address)).status);
    }
    return statuses;
  };
  const sessions = (): Promise<unknown[]> => context.peek('select id from session order by id');

  it('is slowed down after five failures, also with the right password, until the clock releases it', async () => {
    expect(await fail(5, account.email)).toEqual([401, 401, 401, 401, 401]);
    const before = await sessions();
    const blocked = await attempt(account.email, password);
    expect(blocked.status).toBe(429);
    expect(blocked.body).toMatchObject({ code: 'sign_in_throttled', retryAfterSeconds: expect.any(Number) });
    const wait = Number(blocked.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(5);
    expect(await sessions()).toEqual(before);
    await context.advanceClock(seconds(wait + 1));
    expect((await attempt(account.email, password)).status).toBe(201);
    // Whoever knows the password begins anew.
    expect(await fail(4, account.email)).toEqual([401, 401, 401, 401]);
    expect((await attempt(account.email, password)).status).toBe(201);
  });

  it('waits twice as long after each further failure, and never more than a quarter of an hour', async () => {
    await fail(5, account.email);
    let former = 0;
    for (let round = 0; round < 9; round += 1) {
      const { status, headers } = await attempt(account.email, 'not the password');
      const wait = Number(headers['retry-after']);
      expect(status).toBe(429);
      expect(wait).toBeGreaterThan(former);
      expect(wait).toBeLessThanOrEqual(900);
      former = wait;
      await context.advanceClock(seconds(wait + 1));
      expect(await fail(1, account.email)).toEqual([401]);
    }
    expect(former).toBeGreaterThan(600);
  });

  it('cannot be told from guessing at an account that does not exist', async () => {
    await fail(5, account.email, '198.51.100.8');
    await fail(5, 'nobody@kiondo.example', '198.51.100.9');
    const known = await attempt(account.email, password, '198.51.100.8');
    const unknown = await attempt('nobody@kiondo.example', password, '198.51.100.9');
    expect([known.status, unknown.status]).toEqual([429, 429]);
    expect(unknown.body.code).toBe(known.body.code);
  });

  it('counts by account from wherever it comes, whatever the case of the address', async () => {
    for (const [at, email] of [
      account.email,
      account.email.toUpperCase(),
      account.email,
      account.email,
      account.email,
    ].entries()) {
      await attempt(email, 'not the password', `198.51.100.${20 + at}`);
    }
    expect((await attempt(account.email, password, '198.51.100.30')).status).toBe(429);
  });

  it('counts by network address over all accounts, and one’s own success does not clear that', async () => {
    const address = '203.0.113.5';
    await Promise.all(
      Array.from({ length: 49 }, (_, at) =>
        attempt(`guess-${at}@kiondo.example`, 'not the password', address),
      ),
    );
    expect((await attempt(account.email, password, address)).status).toBe(201);
    expect(await fail(1, 'guess-50@kiondo.example', address)).toEqual([401]);
    expect((await attempt(account.email, password, address)).status).toBe(429);
    // Others are served as before.
    expect((await attempt(account.email, password, '203.0.113.6')).status).toBe(201);
  });

  it('lets no more through when many guess at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => fail(1, account.email)));
    expect(answers.flat().filter((status) => status === 401)).toHaveLength(5);
    expect(answers.flat().filter((status) => status === 429)).toHaveLength(25);
  });

  it('is forgotten after an hour', async () => {
    await fail(4, account.email);
    await context.advanceClock(1.01);
    expect(await fail(4, account.email)).toEqual([401, 401, 401, 401]);
    expect((await attempt(account.email, password)).status).toBe(201);
  });

  it('is remembered without the address in clear', async () => {
    await fail(1, account.email, '203.0.113.77');
    const rows = await context.peek<{ subject: string }>('select subject from sign_in_throttle');
    expect(rows).toHaveLength(2);
    for (const { subject } of rows) {
      expect(subject).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
