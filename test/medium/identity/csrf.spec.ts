import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import {
  type Account,
  type Answer,
  everythingOfIdentity,
  newcomer,
  password,
  type Sending,
  signedIn,
  Visitor,
} from './visitor.js';

const renamed = { name: 'Someone else', language: 'en', timeZone: 'UTC' };
const evil = {
  origin: 'https://evil.example',
  referer: 'https://evil.example/win',
  'sec-fetch-site': 'cross-site',
};

describe('a change made with a session', () => {
  let context: TestContext;
  let visitor: Visitor;
  let account: Account;
  beforeAll(async () => {
    context = await openTestContext();
    const made = await newcomer(context, 'retailer', ['owner']);
    ({ visitor } = made);
    account = made;
  });
  afterAll(() => context.close());

  const rename = (sending: Sending): Promise<Answer> =>
    visitor.send('PUT', '/v1/account/profile', { body: renamed, ifMatch: '"v1"', ...sending });

  it.each([
    ['without the token', { csrf: null }],
    ['with an empty one', { csrf: '' }],
    ['with one that is made up', { csrf: 'A'.repeat(43) }],
    ['with the token in another case', { csrf: 'lower' }],
    ['from another origin', { csrf: null, headers: evil }],
    [
      'from another origin as a plain form would send it',
      { csrf: null, headers: { ...evil, 'content-type': 'text/plain' } },
    ],
  ])('is refused %s', async (_how, sending) => {
    const before = await everythingOfIdentity(context);
    const csrf = sending.csrf === 'lower' ? (visitor.csrfToken ?? '').toLowerCase() : sending.csrf;
    const answer = await rename({ ...sending, csrf });
    // A body of a type that is not JSON does not even reach the guard.
    expect([
      [403, 'csrf_token_missing'],
      [415, 'media_type_unknown'],
    ]).toContainEqual([answer.status, answer.body.code]);
    expect(await everythingOfIdentity(context)).toEqual(before);
  });

  it('is refused with the token of another session, be it of the same person', async () => {
    const elsewhere = await signedIn(context, account.email);
    const answer = await rename({ csrf: elsewhere.csrfToken });
    expect([answer.status, answer.body.code]).toEqual([403, 'csrf_token_missing']);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('needs the token for %s', async (method) => {
    const paths = {
      POST: '/v1/account/invitations',
      PUT: '/v1/account/organisation',
      PATCH: '/v1/account/organisation',
      DELETE: '/v1/account/sessions',
    };
    const before = await everythingOfIdentity(context);
    const answer = await visitor.send(method, paths[method as 'POST'], {
      csrf: null,
      ...(method !== 'DELETE' && { body: {} }),
    });
    // There is no PATCH anywhere.
    expect(answer.body.code).toBe(method === 'PATCH' ? 'not_found' : 'csrf_token_missing');
    expect(await everythingOfIdentity(context)).toEqual(before);
  });

  it('needs none to read', async () => {
    const answer = await visitor.send<{ csrfToken: string }>('GET', '/v1/account/session', { csrf: null });
    expect(answer.status).toBe(200);
    expect(answer.body.csrfToken).toBe(visitor.csrfToken);
  });

  it('needs none with an API key, which no browser sends by itself', async () => {
    const made = await visitor.send<{ key: string }>('POST', '/v1/account/api-keys', {
      body: { name: 'Import', scopes: ['members.write'] },
    });
    const program = new Visitor(context.app, made.body.key);
    const answer = await program.send('POST', '/v1/account/invitations', {
      body: { email: 'new@kiondo.example', roles: ['finance'] },
    });
    expect(answer.status).toBe(201);
  });

  it('does not pass for a key when both are sent and the token is missing', async () => {
    const before = await everythingOfIdentity(context);
    const answer = await rename({ csrf: null, headers: { authorization: `Bearer wk_${'x'.repeat(43)}` } });
    expect([answer.status, answer.body.code]).toEqual([403, 'csrf_token_missing']);
    expect(await everythingOfIdentity(context)).toEqual(before);
  });

  it('is made with the token', async () => {
    const answer = await rename({});
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ name: 'Someone else', version: 2 });
  });

  it('is not to be had by another origin: answers carry no word of CORS', async () => {
    for (const method of ['OPTIONS', 'GET']) {
      const answer = await visitor.send(method, '/v1/account/session', {
        headers: { ...evil, 'access-control-request-method': 'PUT' },
      });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'cannot begin by a form of another site: signing in refuses %s',
    async (type) => {
      const before = await context.peek('select id from session');
      const answer = await new Visitor(context.app).send('POST', '/v1/public/sessions', {
        payload: `email=${encodeURIComponent(account.email)}&password=${encodeURIComponent(password)}`,
        headers: { ...evil, 'content-type': type },
      });
      expect([415, 422]).toContain(answer.status);
      expect(answer.cookies).toEqual([]);
      expect(await context.peek('select id from session')).toEqual(before);
    },
  );
});
