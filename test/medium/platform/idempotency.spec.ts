import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Account, type Answer, newcomer, Visitor } from '../identity/visitor.js';

const url = '/v1/account/invitations';

describe('an Idempotency-Key', () => {
  let context: TestContext;
  let owner: Visitor;
  let account: Account;
  let used = 0;
  beforeAll(async () => {
    context = await openTestContext();
    const made = await newcomer(context, 'retailer', ['owner']);
    owner = made.visitor;
    account = made;
  });
  afterAll(() => context.close());

  const newKey = (): string => `key-${(used += 1)}`;
  const invite = (key: string, email: string, by = owner, roles = ['finance']): Promise<Answer> =>
    by.send('POST', url, { body: { email, roles }, headers: { 'idempotency-key': key } });
  const invited = async (email: string): Promise<number> =>
    (await context.peek('select id from member_invitation where email = $1', [email])).length;
  const effects = async (): Promise<unknown> =>
    context.peek(
      `select (select count(*) from member_invitation) as made, (select count(*) from outbox_message) as promised,
              (select count(*) from audit_entry) as recorded, (select count(*) from idempotency_record) as kept`,
    );

  it('gives the same answer to the same body, and the thing once', async () => {
    const key = newKey();
    const first = await invite(key, 'same@kiondo.example');
    expect(first.status).toBe(201);
    const before = await effects();
    for (let again = 0; again < 3; again += 1) {
      const repeated = await invite(key, 'same@kiondo.example');
      expect([repeated.status, repeated.body]).toEqual([201, first.body]);
    }
    expect(await effects()).toEqual(before);
  });

  it('refuses another body under the same key', async () => {
    const key = newKey();
    await invite(key, 'first@kiondo.example');
    const before = await effects();
    const other = await invite(key, 'second@kiondo.example');
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await effects()).toEqual(before);
    expect(await invited('second@kiondo.example')).toBe(0);
  });

  it('refuses another route under the same key', async () => {
    const key = newKey();
    await invite(key, 'route@kiondo.example');
    const before = await effects();
    const other = await owner.send('POST', '/v1/buyer/requests', {
      body: {
        title: 'Autumn range',
        currency: 'EUR',
        incoterm: 'FCA',
        incotermPlace: 'Mombasa',
        delivery: { name: 'Warehouse', city: 'Rotterdam', country: 'NL' },
      },
      headers: { 'idempotency-key': key },
    });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await effects()).toEqual(before);
  });

  it('makes one thing of twins that come at the same moment', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 6 }, () => invite(key, 'twins@kiondo.example')));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201, 201]);
    for (const answer of answers) {
      expect(answer.body).toEqual(answers[0]?.body);
    }
    expect(await invited('twins@kiondo.example')).toBe(1);
  });

  it('makes two things without a key, or under two', async () => {
    await invite(newKey(), 'two@kiondo.example');
    await invite(newKey(), 'two@kiondo.example');
    await owner.send('POST', url, { body: { email: 'two@kiondo.example', roles: ['finance'] } });
    expect(await invited('two@kiondo.example')).toBe(3);
  });

  it('keeps no refusal: mended, the same key and body succeed', async () => {
    const key = newKey();
    await context.peek(
      `alter table member_invitation add constraint test_refusal check (email <> 'mended@kiondo.example')`,
    );
    const before = await effects();
    const refused = await invite(key, 'mended@kiondo.example');
    expect(refused.status).toBe(422);
    expect(await effects()).toEqual(before);
    await context.peek('alter table member_invitation drop constraint test_refusal');
    expect((await invite(key, 'mended@kiondo.example')).status).toBe(201);
  });

  it('keeps no failure of ours either', async () => {
    const key = newKey();
    await context.peek('alter table audit_entry rename to audit_entry_away');
    const failed = await invite(key, 'failed@kiondo.example');
    await context.peek('alter table audit_entry_away rename to audit_entry');
    expect([failed.status, failed.body.code]).toEqual([500, 'internal_error']);
    expect(await invited('failed@kiondo.example')).toBe(0);
    expect((await invite(key, 'failed@kiondo.example')).status).toBe(201);
  });

  it('lets a twin that waits succeed when the first one fails', async () => {
    const key = newKey();
    const both = await Promise.all([
      invite(key, 'roles@kiondo.example', owner, ['manager']),
      invite(key, 'roles@kiondo.example'),
    ]);
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 422]);
    expect(await invited('roles@kiondo.example')).toBe(1);
  });

  it('is one’s own: a colleague’s and another organisation’s same key is another', async () => {
    const key = newKey();
    const colleague = await newcomer(context, 'retailer', ['owner'], account.organisationId);
    const stranger = await newcomer(context, 'retailer', ['owner']);
    const answers = [
      await invite(key, 'mine@kiondo.example'),
      await invite(key, 'colleague@kiondo.example', colleague.visitor),
      await invite(key, 'stranger@kiondo.example', stranger.visitor),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.email)).size).toBe(3);
  });

  it('has at most 200 characters', async () => {
    const before = await effects();
    const answer = await invite('x'.repeat(201), 'long@kiondo.example');
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '#Idempotency-Key']);
    expect(await effects()).toEqual(before);
    expect((await invite('x'.repeat(200), 'long@kiondo.example')).status).toBe(201);
  });
});
