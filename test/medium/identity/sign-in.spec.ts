import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Secrets } from '#identity';
import { openTestContext, type TestContext } from '../../support/context.js';
import {
  type Account,
  type Answer,
  enrol,
  everythingOfIdentity,
  password,
  type ProblemBody,
  Visitor,
} from './visitor.js';

interface Opened {
  person: { id: string; email: string };
  organisation: { id: string; kind: string; roles: string[] } | null;
  permissions: string[];
  csrfToken: string;
}

describe('signing in', () => {
  let context: TestContext;
  let account: Account;
  beforeAll(async () => {
    context = await openTestContext();
    account = await enrol(context, 'retailer', ['requester'], { email: 'amina@kiondo.example' });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await context.peek('delete from sign_in_throttle');
  });
  afterAll(() => context.close());

  const attempt = <Body = ProblemBody>(email: string, given: string): Promise<Answer<Body>> =>
    new Visitor(context.app).send<Body>('POST', '/v1/public/sessions', { body: { email, password: given } });

  it('opens a session with the right password and says who acts for whom', async () => {
    const { status, body } = await attempt<Opened>(account.email, password);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      person: { id: account.personId, email: 'amina@kiondo.example' },
      organisation: { id: account.organisationId, kind: 'retailer', roles: ['requester'] },
    });
    expect(body.permissions).toContain('requests.write');
    expect(body.permissions).not.toContain('requests.approve');
    expect(body.csrfToken).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const recorded = await context.peek(
      `select action, subject_id from audit_entry where organisation_id = $1`,
      [account.organisationId],
    );
    expect(recorded).toEqual([{ action: 'session.begun', subject_id: account.personId }]);
  });

  it('does not mind the case of the e-mail address or blanks around it', async () => {
    const { status, body } = await attempt<Opened>('  AMINA@Kiondo.Example ', password);
    expect(status).toBe(201);
    expect(body.person.id).toBe(account.personId);
  });

  it('minds every letter of the password', async () => {
    for (const wrong of [password.toUpperCase(), ` ${password}`, `${password} `, password.slice(0, -1)]) {
      expect((await attempt(account.email, wrong)).status).toBe(401);
    }
  });

  it('answers a wrong password and an unknown account alike, to the letter', async () => {
    const before = await everythingOfIdentity(context);
    const wrong = await attempt(account.email, 'another password altogether');
    const unknown = await attempt('nobody@kiondo.example', 'another password altogether');
    expect(wrong.status).toBe(401);
    expect(wrong.body.code).toBe('credentials_wrong');
    expect(wrong.cookies).toEqual([]);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    const named = ({ headers }: Answer): string[] =>
      Object.keys(headers).filter((name) => !name.startsWith('ratelimit'));
    expect(named(unknown)).toEqual(named(wrong));
    expect(unknown.cookies).toEqual([]);
    expect(await everythingOfIdentity(context)).toEqual(before);
  });

  it('hashes also for an account that does not exist, so that time tells nothing', async () => {
    // Passport knows its strategies once a process, and here api and worker share one: either may be asked.
    const asked = [context.get(Secrets), context.job(Secrets)].map((secrets) =>
      jest.spyOn(secrets, 'passwordFits'),
    );
    await attempt('nobody@kiondo.example', 'another password altogether');
    expect(asked.flatMap((spy) => spy.mock.calls)).toEqual([[null, 'another password altogether']]);
    jest.restoreAllMocks();

    const secrets = context.get(Secrets);
    const stored = await secrets.passwordHash(password);
    const quickest = async (hash: string | null): Promise<number> => {
      let least = Number.POSITIVE_INFINITY;
      for (let tried = 0; tried < 5; tried += 1) {
        const begun = performance.now();
        expect(await secrets.passwordFits(hash, 'another password altogether')).toBe(false);
        least = Math.min(least, performance.now() - begun);
      }
      return least;
    };
    const known = await quickest(stored);
    // Argon2 takes milliseconds; what skips it takes a hundredth of one.
    expect(await quickest(null)).toBeGreaterThan(known / 10);
  });

  it('keeps passwords as argon2id with OWASP’s cost, each with a salt of its own', async () => {
    const secrets = context.get(Secrets);
    const [one, other] = await Promise.all([secrets.passwordHash(password), secrets.passwordHash(password)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(other).not.toBe(one);
  });

  it.each([
    ['/email', { email: 'no address', password }],
    ['/password', { email: 'amina@kiondo.example', password: '' }],
    ['/password', { email: 'amina@kiondo.example', password: 'x'.repeat(129) }],
    ['/password', { email: 'amina@kiondo.example', password: { $ne: null } }],
    ['/admin', { email: 'amina@kiondo.example', password, admin: true }],
  ])('points at %s when it does not fit', async (pointer, body) => {
    const answer = await new Visitor(context.app).send('POST', '/v1/public/sessions', { body });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'invalid_input', errors: [{ pointer }] });
    expect(answer.text).not.toContain(password);
  });

  it('works for a person without an organisation, who may then do nothing for one', async () => {
    const alone = await enrol(context, 'retailer', ['owner']);
    await context.peek('update member set left_at = now() where person_id = $1', [alone.personId]);
    const visitor = new Visitor(context.app);
    const opened = await visitor.send<Opened>('POST', '/v1/public/sessions', {
      body: { email: alone.email, password },
    });
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({ organisation: null, permissions: [] });
    visitor.keep(opened);
    const refused = await visitor.send('GET', '/v1/account/organisation');
    expect([refused.status, refused.body.code]).toEqual([403, 'organisation_not_chosen']);
  });
});
