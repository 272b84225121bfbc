import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Answer, everythingOfIdentity, newcomer, type Sending, Visitor } from './visitor.js';

interface Made {
  apiKey: { id: string; prefix: string; scopes: string[]; expiresAt: string };
  key: string;
}
const url = '/v1/account/api-keys';

describe('an API key', () => {
  let context: TestContext;
  let owner: Visitor;
  let personId: string;
  let organisationId: string;
  beforeAll(async () => {
    context = await openTestContext();
    ({ visitor: owner, personId, organisationId } = await newcomer(context, 'retailer', ['owner']));
  });
  afterAll(() => context.close());

  const make = async (
    scopes: string[],
    more: object = {},
    by = owner,
  ): Promise<Made & { program: Visitor }> => {
    const answer = await by.send<Made>('POST', url, { body: { name: 'Nightly import', scopes, ...more } });
    expect(answer.status).toBe(201);
    return { ...answer.body, program: new Visitor(context.app, answer.body.key) };
  };
  const refused = async (
    by: Visitor,
    method: string,
    path: string,
    sending: Sending = {},
  ): Promise<Answer> => {
    const before = await everythingOfIdentity(context);
    const answer = await by.send(method, path, sending);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await everythingOfIdentity(context)).toEqual(before);
    return answer;
  };
  const unknown = async (program: Visitor): Promise<void> => {
    const answer = await refused(program, 'GET', '/v1/account/organisation');
    expect([answer.status, answer.body.code]).toEqual([401, 'not_signed_in']);
  };

  it('acts for its organisation within its scopes', async () => {
    const { program } = await make(['organisation.read', 'requests.read']);
    const own = await program.send<{ id: string }>('GET', '/v1/account/organisation');
    expect([own.status, own.body.id]).toEqual([200, organisationId]);
    expect((await program.send('GET', '/v1/buyer/requests')).status).toBe(200);
    for (const path of ['/v1/buyer/orders', '/v1/account/members', '/v1/account/audit-log', url]) {
      const answer = await refused(program, 'GET', path);
      expect([answer.status, answer.body.code]).toEqual([403, 'not_permitted']);
    }
  });

  it('is shown once and kept as a hash', async () => {
    const { key, apiKey } = await make(['organisation.read']);
    expect(key).toMatch(/^wk_[A-Za-z0-9_-]{43}$/);
    expect(key.startsWith(apiKey.prefix)).toBe(true);
    expect(apiKey.prefix).toHaveLength(9);
    const list = await owner.send('GET', url);
    expect(list.text).toContain(apiKey.id);
    expect(list.text).not.toContain(key);
    const everything = JSON.stringify(
      await context.peek(
        `select (select string_agg(k::text, '') from api_key k) as a, (select string_agg(e::text, '') from audit_entry e) as b,
                (select string_agg(i::text, '') from idempotency_record i) as c`,
      ),
    );
    const secret = key.slice(apiKey.prefix.length);
    for (const trace of [
      secret,
      Buffer.from(key).toString('hex'),
      Buffer.from(key.slice(3), 'base64url').toString('hex'),
    ]) {
      expect(everything).not.toContain(trace);
    }
  });

  it('is not kept under an Idempotency-Key either: asking twice makes two', async () => {
    const sending = {
      body: { name: 'Twice', scopes: ['organisation.read'] },
      headers: { 'idempotency-key': 'one' },
    };
    const first = await owner.send<Made>('POST', url, sending);
    const second = await owner.send<Made>('POST', url, sending);
    expect(second.body.key).not.toBe(first.body.key);
    expect(await context.peek('select answer from idempotency_record')).toEqual([]);
  });

  it('can do no more than its maker', async () => {
    const answer = await refused(owner, 'POST', url, {
      body: { name: 'Too much', scopes: ['requests.read', 'organisations.admit', 'quotes.write'] },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'scope_beyond_role',
      errors: [{ pointer: '/scopes', detail: expect.stringContaining('organisations.admit, quotes.write') }],
    });
  });

  it('makes no other key: a person does, who proved who they are', async () => {
    const { program } = await make(['api_keys.write', 'requests.read']);
    const answer = await refused(program, 'POST', url, { body: { name: 'More', scopes: ['requests.read'] } });
    expect([answer.status, answer.body.code]).toEqual([403, 'not_permitted']);
  });

  it.each([
    ['/name', { name: '' }],
    ['/scopes', { scopes: [] }],
    ['/scopes', { scopes: ['everything'] }],
    ['/daysValid', { daysValid: 0 }],
    ['/daysValid', { daysValid: 731 }],
    ['/daysValid', { daysValid: 1.5 }],
    ['/key', { key: 'wk_chosen' }],
  ])('is not made with a wrong %s', async (pointer, wrong) => {
    const answer = await refused(owner, 'POST', url, {
      body: { name: 'Import', scopes: ['requests.read'], ...wrong },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'invalid_input', errors: [{ pointer }] });
  });

  it('ends when it is revoked, at once', async () => {
    const { program, apiKey } = await make(['organisation.read']);
    expect((await owner.send('DELETE', `${url}/${apiKey.id}`)).status).toBe(204);
    await unknown(program);
    const again = await refused(owner, 'DELETE', `${url}/${apiKey.id}`);
    expect([again.status, again.body.code]).toEqual([404, 'not_found']);
  });

  it('is nobody else’s to see or to end', async () => {
    const { program, apiKey } = await make(['organisation.read']);
    const stranger = await newcomer(context, 'retailer', ['owner']);
    expect((await stranger.visitor.send('GET', url)).text).not.toContain(apiKey.id);
    expect((await refused(stranger.visitor, 'DELETE', `${url}/${apiKey.id}`)).status).toBe(404);
    expect((await program.send('GET', '/v1/account/organisation')).status).toBe(200);
  });

  it('does what is a person’s own for nobody', async () => {
    const { program } = await make(['organisation.read', 'members.write']);
    for (const [method, path] of [
      ['GET', '/v1/account/profile'],
      ['GET', '/v1/account/session'],
      ['GET', '/v1/account/sessions'],
      ['DELETE', '/v1/account/sessions'],
      ['POST', '/v1/account/password'],
    ] as const) {
      const answer = await refused(program, method, path, method === 'POST' ? { body: {} } : {});
      expect([answer.status, answer.body.code]).toEqual([403, 'not_permitted']);
    }
  });

  it('is named in the audit log beside its maker', async () => {
    const { program, apiKey } = await make(['members.write']);
    await program.send('POST', '/v1/account/invitations', {
      body: { email: 'by-key@kiondo.example', roles: ['finance'] },
    });
    const [entry] = await context.peek(
      `select api_key_id, person_id from audit_entry where organisation_id = $1 and action = 'member.invited'`,
      [organisationId],
    );
    expect(entry).toEqual({ api_key_id: apiKey.id, person_id: personId });
  });

  it.each([
    'Bearer wk_short',
    `Bearer ${'x'.repeat(46)}`,
    `Basic ${Buffer.from('a:b').toString('base64')}`,
    `Bearer wk_${'x'.repeat(43)}`,
    `bearer wk_${'x'.repeat(200)}`,
  ])('is not “%s”', async (authorization) => {
    const answer = await new Visitor(context.app).send('GET', '/v1/account/organisation', {
      headers: { authorization },
    });
    expect([answer.status, answer.body.code]).toEqual([401, 'not_signed_in']);
  });

  it('loses what its maker’s role loses, and ends when its maker goes', async () => {
    const maker = await newcomer(context, 'retailer', ['owner'], organisationId);
    const { program } = await make(['members.read', 'requests.read'], {}, maker.visitor);
    expect((await program.send('GET', '/v1/account/members')).status).toBe(200);
    await owner.send('PUT', `/v1/account/members/${maker.personId}/roles`, {
      ifMatch: '"v1"',
      body: { roles: ['finance'] },
    });
    expect((await refused(program, 'GET', '/v1/account/members')).status).toBe(403);
    expect((await program.send('GET', '/v1/buyer/requests')).status).toBe(200);
    expect((await owner.send('DELETE', `/v1/account/members/${maker.personId}`)).status).toBe(204);
    await unknown(program);
  });

  it('ends by the clock: after a year, or after the days that were asked for', async () => {
    const year = await make(['organisation.read']);
    const day = await make(['organisation.read'], { daysValid: 1 });
    await context.advanceClock(23);
    expect((await day.program.send('GET', '/v1/account/organisation')).status).toBe(200);
    await context.advanceClock(1.1);
    await unknown(day.program);
    expect((await year.program.send('GET', '/v1/account/organisation')).status).toBe(200);
    await context.advanceClock(364 * 24);
    await unknown(year.program);
  });
});
