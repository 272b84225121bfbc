import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import {
  type Answer,
  everythingOfIdentity,
  newcomer,
  type ProblemBody,
  type Sending,
  Visitor,
} from '../identity/visitor.js';

const organisation = {
  name: 'Hearth and Hall',
  country: 'NL',
  email: 'office@hearth.example',
  currency: 'EUR',
};

describe('a refusal', () => {
  let context: TestContext;
  let owner: Visitor;
  let administrator: Visitor;
  beforeAll(async () => {
    context = await openTestContext();
    ({ visitor: owner } = await newcomer(context, 'retailer', ['owner']));
    ({ visitor: administrator } = await newcomer(context, 'platform', ['administrator']));
  });
  afterAll(() => context.close());

  const problem = async (
    method: string,
    url: string,
    sending: Sending = {},
    by = owner,
  ): Promise<ProblemBody> => {
    const before = await everythingOfIdentity(context);
    const answer: Answer = await by.send(method, url, sending);
    expect(await everythingOfIdentity(context)).toEqual(before);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { body } = answer;
    expect(body).toMatchObject({
      type: `http://127.0.0.1:3000/problems/${body.code}`,
      status: answer.status,
      title: expect.stringMatching(/^[A-Z][a-z0-9 ]+$/),
      detail: expect.stringMatching(/\S/),
      requestId: answer.headers['x-request-id'],
    });
    expect(answer.text).not.toMatch(/node_modules|at \w+ \(|select |insert |relation /);
    return body;
  };
  const put = (body: unknown): Promise<ProblemBody> =>
    problem('PUT', '/v1/account/organisation', { ifMatch: '"v1"', body });

  it('points at every wrong place of a body at once', async () => {
    const refused = await put({ ...organisation, name: 'x', country: 'nl', timeZone: 7 });
    expect([refused.status, refused.code]).toEqual([422, 'invalid_input']);
    expect(refused.errors?.map((one) => one.pointer).sort()).toEqual(['/country', '/name', '/timeZone']);
  });

  it('points into lists and objects by RFC 6901', async () => {
    const line = { description: 'Basket', quantity: '10', unitCode: 'C62' };
    const refused = await problem('POST', '/v1/buyer/requests', {
      body: {
        title: 'Autumn range',
        currency: 'EUR',
        lines: [line, { ...line, quantity: 'ten' }, 'no line'],
      },
    });
    expect(refused.status).toBe(422);
    expect(refused.errors?.map((one) => one.pointer)).toEqual(expect.arrayContaining(['/lines/1/quantity']));
    expect(refused.errors?.some((one) => one.pointer.startsWith('/lines/2'))).toBe(true);
  });

  it('names fields that nobody knows, escaped where their names need it', async () => {
    const refused = await put({ ...organisation, 'a/b~c': 1, limit: 2 });
    expect(refused.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/a~1b~0c', code: 'unknown_field' }),
        expect.objectContaining({ pointer: '/limit', code: 'unknown_field' }),
      ]),
    );
  });

  it.each(['{"__proto__": {"admin": true}}', '{"constructor": {"prototype": {"admin": true}}}'])(
    'meets what would reach into prototypes: %s',
    async (payload) => {
      const refused = await problem('POST', '/v1/account/invitations', {
        payload,
        headers: { 'content-type': 'application/json' },
      });
      expect([400, 422]).toContain(refused.status);
      expect(({} as { admin?: unknown }).admin).toBeUndefined();
    },
  );

  it.each([
    ['of a query', 'limit=0', '?limit'],
    ['of a query', 'limit=101', '?limit'],
    ['of a query', 'limit=many', '?limit'],
    ['that nobody knows', 'sort=name', '?sort'],
    ['that is not on the list', 'state=any', '?state'],
    ['given twice', 'search=a&search=b', '?search'],
  ])('points at a parameter %s: %s', async (_what, query, pointer) => {
    const refused = await problem('GET', `/v1/admin/organisations?${query}`, {}, administrator);
    expect([refused.status, refused.code]).toEqual([422, 'invalid_input']);
    expect(refused.errors?.map((one) => one.pointer)).toEqual([pointer]);
  });

  it.each([
    ['cut off', '{"name": "Hearth'],
    ['no JSON', 'name=Hearth'],
    ['empty', ''],
    ['with a comment', '{"name": 1 /* one */}'],
  ])('meets a body that is %s', async (_what, payload) => {
    const refused = await problem('PUT', '/v1/account/organisation', {
      ifMatch: '"v1"',
      payload,
      headers: { 'content-type': 'application/json' },
    });
    expect([refused.status, refused.code]).toEqual([400, 'body_unreadable']);
  });

  it.each([[[]], ['text'], [7], [null], [true]])('meets a body that is no object: %j', async (body) => {
    const refused = await put(body);
    expect([refused.status, refused.code]).toEqual([422, 'invalid_input']);
    expect(refused.errors).toEqual([{ pointer: '', code: 'object', detail: 'Send a JSON object.' }]);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])(
    'meets a body of type %s',
    async (type) => {
      const refused = await problem('PUT', '/v1/account/organisation', {
        ifMatch: '"v1"',
        payload: 'name=Hearth',
        headers: { 'content-type': type },
      });
      expect([refused.status, refused.code]).toEqual([415, 'media_type_unknown']);
    },
  );

  it('meets an address that cannot be decoded', async () => {
    const answer = await owner.send('GET', '/v1/account/%E0%A4%A');
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ status: 400, code: 'invalid_input' });
  });

  it('meets a body of more than 5 MB', async () => {
    const refused = await put({ ...organisation, street: 'x'.repeat(5_000_001) });
    expect([refused.status, refused.code]).toEqual([413, 'body_too_large']);
  });

  it('meets a body that is nested a hundred thousand times', async () => {
    const refused = await problem('POST', '/v1/account/invitations', {
      payload: `{"email":${'['.repeat(100_000)}${']'.repeat(100_000)},"roles":["finance"]}`,
      headers: { 'content-type': 'application/json' },
    });
    expect(refused.status).toBe(422);
    expect(refused.errors).toMatchObject([{ pointer: '', code: 'depth' }]);
  });

  it.each([
    '/v1/nothing',
    '/v1/buyer/nothing',
    '/assets/nothing.js',
    '/v1/public/../admin/nothing',
    '/v1/buyer/requests/',
    `/v1/${'x'.repeat(3000)}`,
  ])('meets an address where nothing is: %s', async (url) => {
    const refused = await problem('GET', url);
    expect([refused.status, refused.code]).toEqual([404, 'not_found']);
  });

  it.each([
    ['PATCH', '/v1/account/organisation'],
    ['DELETE', '/v1/account/organisation'],
    ['PUT', '/v1/public/sessions'],
  ])('meets a method that is not there: %s %s', async (method, url) => {
    const refused = await problem(method, url, method === 'DELETE' ? {} : { body: {} });
    expect([404, 405]).toContain(refused.status);
    expect(['not_found', 'method_not_allowed']).toContain(refused.code);
  });

  it.each(['not-an-id', '0', "' or 1=1 --", '%00', '0199d1a0-7c1e-7b58-9a6e-2f0d9c1b5e1'])(
    'treats what cannot be an id as not there: %s',
    async (id) => {
      const refused = await problem(
        'GET',
        `/v1/admin/organisations/${encodeURIComponent(id)}`,
        {},
        administrator,
      );
      expect([refused.status, refused.code]).toEqual([404, 'not_found']);
    },
  );

  it.each(['\u0000', '\ud800', '\u0007'])('meets text that cannot be stored: %j', async (text) => {
    const refused = await put({ ...organisation, city: `Delft${text}` });
    expect([refused.status, refused.errors?.[0]?.pointer]).toEqual([422, '/city']);
  });

  it('carries the request’s id, the caller’s own where it is one', async () => {
    const own = await owner.send('GET', '/v1/nothing', { headers: { 'x-request-id': 'my-request-0001' } });
    expect(own.body.requestId).toBe('my-request-0001');
    const odd = await owner.send('GET', '/v1/nothing', { headers: { 'x-request-id': 'new\tline <script>' } });
    expect(odd.body.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
