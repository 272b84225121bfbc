import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { enrol, password, signedIn, Visitor } from './visitor.js';

// A file of its own, since Passport knows one set of strategies a process.
describe('a session over TLS', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext({ PUBLIC_URL: 'https://portal.example' });
  });
  afterAll(() => context.close());

  it('has a secure cookie bound to the host', async () => {
    const { email } = await enrol(context, 'retailer', ['owner']);
    const answer = await new Visitor(context.app).send('POST', '/v1/public/sessions', {
      body: { email, password },
    });
    const [pair = '', ...flags] = (answer.cookies[0] ?? '').split('; ');
    expect(pair).toMatch(/^__Host-weftway_session=/);
    expect(flags.sort()).toEqual(['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Lax', 'Secure']);
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
  });

  it('is not opened by a cookie of the plain name', async () => {
    const { email } = await enrol(context, 'retailer', ['owner']);
    const visitor = await signedIn(context, email);
    expect((await visitor.send('GET', '/v1/account/session')).status).toBe(200);
    visitor.cookie = (visitor.cookie ?? '').replace('__Host-', '');
    expect((await visitor.send('GET', '/v1/account/session')).status).toBe(401);
  });
});
