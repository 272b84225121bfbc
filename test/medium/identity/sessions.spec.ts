import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { newcomer, password, signedIn, Visitor } from './visitor.js';

interface Listed {
  items: { id: string; current: boolean; userAgent: string | null; address: string | null }[];
}

describe('a session', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const listed = async (visitor: Visitor): Promise<Listed['items']> =>
    (await visitor.send<Listed>('GET', '/v1/account/sessions')).body.items;
  const signedOut = async (visitor: Visitor): Promise<void> => {
    const answer = await visitor.send('GET', '/v1/account/session');
    expect([answer.status, answer.body.code]).toEqual([401, 'not_signed_in']);
  };

  it('is an httpOnly cookie for this site alone, of fourteen days', async () => {
    const { email } = await newcomer(context, 'retailer', ['owner']);
    const answer = await new Visitor(context.app).send('POST', '/v1/public/sessions', {
      body: { email, password },
    });
    expect(answer.cookies).toHaveLength(1);
    const [pair = '', ...flags] = (answer.cookies[0] ?? '').split('; ');
    expect(pair).toMatch(/^weftway_session=[A-Za-z0-9_-]{43}$/);
    expect(flags.sort()).toEqual(['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Lax']);
    expect(answer.headers['cache-control']).toMatch(/no-cache|no-store/);
  });

  it('has a token of its own each time, whatever cookie came in', async () => {
    const { email } = await newcomer(context, 'retailer', ['owner']);
    const planted = 'A'.repeat(43);
    const visitor = new Visitor(context.app);
    visitor.cookie = `weftway_session=${planted}`;
    const answer = await visitor.send<{ csrfToken: string }>('POST', '/v1/public/sessions', {
      body: { email, password },
    });
    expect(answer.status).toBe(201);
    expect(answer.cookies[0]).not.toContain(planted);
    await signedOut(visitor);
    visitor.keep(answer);
    expect((await visitor.send('GET', '/v1/account/session')).status).toBe(200);
  });

  it('stands in the database by a hash alone', async () => {
    const { visitor, personId } = await newcomer(context, 'retailer', ['owner']);
    const token = (visitor.cookie ?? '').split('=')[1] ?? '';
    const rows = await context.peek<{ everything: string; bytes: number }>(
      'select s::text as everything, length(token_hash) as bytes from session s where person_id = $1',
      [personId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.bytes).toBe(32);
    const everything = rows[0]?.everything ?? '';
    for (const trace of [token, visitor.csrfToken ?? '']) {
      expect(everything).not.toContain(trace);
      expect(everything).not.toContain(Buffer.from(trace).toString('hex'));
      expect(everything).not.toContain(Buffer.from(trace, 'base64url').toString('hex'));
    }
    // What is stored opens nothing.
    const thief = new Visitor(context.app);
    const [stored] = await context.peek<{ hash: Buffer }>(
      'select token_hash as hash from session where person_id = $1',
      [personId],
    );
    thief.cookie = `weftway_session=${stored?.hash.toString('base64url')}`;
    await signedOut(thief);
  });

  it('is listed beside the person’s others, and nobody else’s', async () => {
    const { visitor, email, personId } = await newcomer(context, 'retailer', ['owner']);
    await newcomer(context, 'retailer', ['owner']);
    const elsewhere = await new Visitor(context.app).send('POST', '/v1/public/sessions', {
      body: { email, password },
      headers: { 'user-agent': `Phone ${'x'.repeat(400)}` },
      address: '198.51.100.4',
    });
    expect(elsewhere.status).toBe(201);
    const items = await listed(visitor);
    expect(items).toHaveLength(2);
    expect(items.filter((one) => one.current)).toHaveLength(1);
    const other = items.find((one) => !one.current);
    expect(other).toMatchObject({ address: '198.51.100.4', userAgent: expect.stringMatching(/^Phone x+$/) });
    expect(other?.userAgent).toHaveLength(300);
    const own = await context.peek<{ id: string }>('select id from session where person_id = $1', [personId]);
    expect(items.map((one) => one.id).sort()).toEqual(own.map((row) => row.id).sort());
  });

  it('ends at sign-out, at once, and its cookie is taken back', async () => {
    const { visitor, personId } = await newcomer(context, 'retailer', ['owner']);
    const answer = await visitor.send('DELETE', '/v1/account/session');
    expect(answer.status).toBe(204);
    expect(answer.cookies[0]).toMatch(/^weftway_session=;.*Expires=Thu, 01 Jan 1970/);
    await signedOut(visitor);
    const [row] = await context.peek<{ revoked_at: Date | null }>(
      'select revoked_at from session where person_id = $1',
      [personId],
    );
    expect(row?.revoked_at).toBeInstanceOf(Date);
  });

  it('can end one other, or all others, and stays itself', async () => {
    const { visitor, email } = await newcomer(context, 'retailer', ['owner']);
    const others = [
      await signedIn(context, email),
      await signedIn(context, email),
      await signedIn(context, email),
    ];
    const [first = visitor, second = visitor, third = visitor] = others;
    const firstId = (await listed(first)).find((one) => one.current)?.id ?? '';
    expect((await visitor.send('DELETE', `/v1/account/sessions/${firstId}`)).status).toBe(204);
    await signedOut(first);
    expect((await second.send('GET', '/v1/account/session')).status).toBe(200);
    expect((await visitor.send('DELETE', '/v1/account/sessions')).status).toBe(204);
    await signedOut(second);
    await signedOut(third);
    expect(await listed(visitor)).toMatchObject([{ current: true }]);
    expect((await visitor.send('DELETE', `/v1/account/sessions/${firstId}`)).status).toBe(404);
  });

  it('of someone else cannot be ended', async () => {
    const mine = await newcomer(context, 'retailer', ['owner']);
    const theirs = await newcomer(context, 'retailer', ['owner']);
    const colleague = await newcomer(context, 'retailer', ['owner'], mine.organisationId);
    for (const target of [theirs, colleague]) {
      const id = (await listed(target.visitor))[0]?.id ?? '';
      const answer = await mine.visitor.send('DELETE', `/v1/account/sessions/${id}`);
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
      expect((await target.visitor.send('GET', '/v1/account/session')).status).toBe(200);
    }
    expect((await mine.visitor.send('DELETE', '/v1/account/sessions')).status).toBe(204);
    expect((await colleague.visitor.send('GET', '/v1/account/session')).status).toBe(200);
  });

  it.each(['', 'weftway_session=', `weftway_session=${'x'.repeat(200)}`, 'weftway_session=%00', 'other=1'])(
    'is not “%s”',
    async (cookie) => {
      const visitor = new Visitor(context.app);
      visitor.cookie = cookie;
      await signedOut(visitor);
    },
  );

  it('notes when it was last seen, every five minutes', async () => {
    const { visitor, personId } = await newcomer(context, 'retailer', ['owner']);
    const seen = async (): Promise<number> => {
      const [row] = await context.peek<{ seen: Date }>(
        'select last_seen_at as seen from session where person_id = $1',
        [personId],
      );
      return row?.seen.getTime() ?? 0;
    };
    const begun = await seen();
    await visitor.send('GET', '/v1/account/session');
    expect(await seen()).toBe(begun);
    await context.advanceClock(0.1);
    await visitor.send('GET', '/v1/account/session');
    expect(await seen()).toBeGreaterThan(begun);
  });

  it('ends after fourteen days by the clock, however busy it was', async () => {
    const { visitor } = await newcomer(context, 'retailer', ['owner']);
    await context.advanceClock(14 * 24 - 1);
    expect((await visitor.send('GET', '/v1/account/session')).status).toBe(200);
    await context.advanceClock(1.1);
    await signedOut(visitor);
    const refused = await visitor.send('PUT', '/v1/account/profile', {
      ifMatch: '"v1"',
      body: { name: 'Late', language: 'en', timeZone: 'UTC' },
    });
    expect([refused.status, refused.body.code]).toEqual([401, 'not_signed_in']);
  });
});
