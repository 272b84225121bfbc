import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Answer, newcomer, type Visitor } from '../identity/visitor.js';

interface Page {
  items: { id: string; name: string; seq: number }[];
  nextCursor: string | null;
}
const url = '/v1/admin/organisations';

describe('a list in pages', () => {
  let context: TestContext;
  let administrator: Visitor;
  beforeAll(async () => {
    context = await openTestContext();
    ({ visitor: administrator } = await newcomer(context, 'platform', ['administrator']));
    // All of one moment: only the id tells their order then, and microseconds count.
    for (let count = 0; count < 23; count += 1) {
      await context.organisation('cooperative', { name: `Kiondo ${count}` });
    }
    await context.peek(
      `update organisation set applied_at = '2026-01-01T10:00:00.123456Z'::timestamptz + interval '1 microsecond' * (right(name, 1)::int / 3)
        where kind = 'cooperative'`,
    );
  });
  afterAll(() => context.close());

  const page = async (query: string): Promise<Page> => {
    const answer = await administrator.send<Page>('GET', `${url}?kind=cooperative&${query}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const walk = async (
    limit: number,
    between: () => Promise<unknown> = async () => undefined,
  ): Promise<string[]> => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { items, nextCursor }: Page = await page(`limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...items.map((item) => item.id));
      expect(items.length).toBeLessThanOrEqual(limit);
      cursor = nextCursor;
      await between();
    } while (cursor);
    return seen;
  };

  it.each([1, 2, 5, 22, 23, 24, 100])('shows each row once, in one order, in pages of %i', async (limit) => {
    const whole = (await page('limit=100')).items.map((item) => item.id);
    expect(whole).toHaveLength(23);
    expect(await walk(limit)).toEqual(whole);
  });

  it('says on its last page that there is no next, also when it is full', async () => {
    const first = await page('limit=22');
    expect(first.nextCursor).not.toBeNull();
    const rest = await page(`limit=1&cursor=${first.nextCursor}`);
    expect(rest).toMatchObject({ items: [{}], nextCursor: null });
    expect(await page('search=nobody')).toEqual({ items: [], nextCursor: null });
  });

  it('has 25 rows where nothing is said', async () => {
    for (let count = 0; count < 3; count += 1) {
      await context.organisation('assurance', { name: `Body ${count}` });
    }
    const { items, nextCursor } = (await administrator.send<Page>('GET', url)).body;
    expect(items).toHaveLength(25);
    expect(nextCursor).not.toBeNull();
  });

  it('neither repeats nor skips a row when others come in between', async () => {
    const before = (await page('limit=100')).items.map((item) => item.id);
    const seen = await walk(4, () => context.organisation('cooperative', { name: 'Late' }));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(before);
  });

  it('goes on where it was when the row it stood at is gone from the list', async () => {
    const first = await page('limit=5');
    const rest = (await page('limit=100')).items.slice(5).map((item) => item.id);
    await context.peek(`update organisation set kind = 'assurance' where id = $1`, [first.items.at(-1)?.id]);
    expect((await page(`limit=100&cursor=${first.nextCursor}`)).items.map((item) => item.id)).toEqual(rest);
  });

  const encoded = (text: string): string => Buffer.from(text).toString('base64url');
  const id = '0199d1a0-7c1e-7b58-9a6e-2f0d9c1b5e11';
  it.each([
    ['made up', 'abc'],
    ['no base64', '%20!'],
    ['without a key', encoded(id)],
    ['with an empty key', encoded(`${id} `)],
    ['with an id of dashes', encoded(`${'-'.repeat(36)} 2026-01-01`)],
    ['with a key that is no moment', encoded(`${id} tomorrow-ish`)],
    ['with a moment that never was', encoded(`${id} 2026-13-45 10:00:00+00`)],
    ['of a list in another order', encoded(`${id} 17`)],
    ['with a NUL', encoded(`${id} 2026\u0000`)],
    ['with SQL', encoded(`${id} ' or true --`)],
  ])('refuses a cursor that is %s, and points at it', async (_what, cursor) => {
    const answer = await administrator.send('GET', `${url}?cursor=${cursor}`);
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_input']);
    expect(answer.body.errors).toEqual([
      { pointer: '?cursor', code: 'cursor', detail: 'This is no cursor of this list. Begin without one.' },
    ]);
  });

  it('refuses a cursor of another list in the audit log too, and does not begin anew', async () => {
    const log = '/v1/account/audit-log';
    for (const cursor of [
      encoded(`${id} 2026-01-01 10:00:00+00`),
      encoded(`${id} -1`),
      encoded(`${id} 1e3`),
    ]) {
      const answer = await administrator.send('GET', `${log}?cursor=${cursor}`);
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '?cursor']);
    }
  });

  it('shows the audit log in pages too, newest first and each entry once', async () => {
    const { visitor } = await newcomer(context, 'retailer', ['owner']);
    for (let count = 0; count < 7; count += 1) {
      await visitor.send('POST', '/v1/account/invitations', {
        body: { email: `guest-${count}@kiondo.example`, roles: ['finance'] },
      });
    }
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const next: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body }: Answer<Page> = await visitor.send<Page>('GET', `/v1/account/audit-log?limit=3${next}`);
      seen.push(...body.items.map((item) => item.seq));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  });
});
