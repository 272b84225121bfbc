import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { codeOf, passwordStep, rest, setUpTotp } from './factors.js';
import {
  type Answer,
  enrol,
  everythingOfIdentity,
  newcomer,
  password,
  signedIn,
  Visitor,
} from './visitor.js';

const url = '/v1/public/password-resets';
const next = 'harbour thimble orbit maple';

describe('a password that was forgotten', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterEach(() => context.peek('delete from sign_in_throttle'));
  afterAll(() => context.close());

  const ask = (email: string, address?: string): Promise<Answer<null>> =>
    new Visitor(context.app).send<null>('POST', url, {
      body: { email },
      ...(address !== undefined && { address }),
    });
  const complete = (token: string, given = next): Promise<Answer> =>
    new Visitor(context.app).send('POST', `${url}/completion`, { body: { token, password: given } });
  const signIn = async (email: string, given: string): Promise<number> =>
    (await new Visitor(context.app).send('POST', '/v1/public/sessions', { body: { email, password: given } }))
      .status;
  /** What lies in someone's letter box, newest last. */
  const mailsTo = async (email: string): Promise<string[]> => {
    await context.drain();
    const folder = path.join(context.dataDir, 'mail');
    const names = (await readdir(folder).catch(() => [])).sort();
    const mails = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
    return mails
      .filter((mail) => mail.includes(email))
      .map((mail) => mail.replace(/=\r?\n/g, '').replaceAll('=3D', '='));
  };
  const linkTo = async (email: string): Promise<string> => {
    const mail = (await mailsTo(email)).findLast((one) => one.includes('/password-reset/')) ?? '';
    return /\/password-reset\/([A-Za-z0-9_-]{43})/.exec(mail)?.[1] ?? '';
  };
  const mailed = async (email: string): Promise<string> => {
    expect((await ask(email)).status).toBe(204);
    const token = await linkTo(email);
    expect(token).toHaveLength(43);
    return token;
  };

  it('is set anew by the link of a mail, which ends every session and is told', async () => {
    const { email, organisationId, visitor } = await newcomer(context, 'retailer', ['owner']);
    const token = await mailed(email);
    expect((await complete(token)).status).toBe(204);
    expect((await visitor.send('GET', '/v1/account/session')).status).toBe(401);
    expect([await signIn(email, password), await signIn(email, next)]).toEqual([401, 201]);
    expect((await mailsTo(email)).at(-1)).toContain('Your password was set anew');
    const log = await context.peek(
      `select action from audit_entry where organisation_id = $1 and action = 'person.password_reset'`,
      [organisationId],
    );
    expect(log).toHaveLength(1);
  });

  it('is answered alike whoever the address belongs to, and nothing is written to nobody', async () => {
    const { email } = await enrol(context, 'retailer', ['owner']);
    const known = await ask(email);
    const unknown = await ask('nobody@kiondo.example');
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    const told = ({ headers }: Answer<null>) =>
      Object.keys(headers).filter((name) => !['date', 'x-request-id'].includes(name));
    expect(told(unknown)).toEqual(told(known));
    expect(await mailsTo('nobody@kiondo.example')).toEqual([]);
    // The same promise is made, so that neither time nor the queue tells.
    const promised = await context.peek<{ payload: object }>(
      `select payload from outbox_message where type = 'password.reset_asked' order by id desc limit 2`,
    );
    expect(promised.map(({ payload }) => Object.keys(payload))).toEqual([
      ['passwordResetId'],
      ['passwordResetId'],
    ]);
  });

  it('is slowed down alike too', async () => {
    const { email } = await enrol(context, 'retailer', ['owner']);
    for (const address of [email, 'nobody-else@kiondo.example']) {
      const statuses: number[] = [];
      for (let asked = 0; asked < 6; asked += 1) {
        statuses.push((await ask(address, '198.51.100.9')).status);
      }
      expect(statuses).toEqual([204, 204, 204, 204, 204, 429]);
    }
  });

  it('has a link that is good once, also where it is used twice at the same moment', async () => {
    const { email } = await enrol(context, 'retailer', ['owner']);
    const token = await mailed(email);
    const both = await Promise.all([complete(token), complete(token, 'another four unrelated words')]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
    const again = await complete(token);
    expect([again.status, again.body.code]).toEqual([404, 'password_reset_invalid']);
  });

  it('has one link at a time, for half an hour', async () => {
    const { email } = await enrol(context, 'retailer', ['owner']);
    const former = await mailed(email);
    await context.advanceClock(0.01);
    const token = await mailed(email);
    expect(token).not.toBe(former);
    expect((await complete(former)).body.code).toBe('password_reset_invalid');
    await context.advanceClock(0.51);
    expect((await complete(token)).body.code).toBe('password_reset_invalid');
    expect(await signIn(email, password)).toBe(201);
  });

  it('keeps to the rules for passwords, and the link for another try', async () => {
    const { email } = await enrol(context, 'retailer', ['owner']);
    const token = await mailed(email);
    const before = await everythingOfIdentity(context);
    for (const [weak, code] of [
      ['qwerty123456', 'password_weak'],
      ['short', 'invalid_input'],
    ] as const) {
      const answer = await complete(token, weak);
      expect([answer.status, answer.body.code]).toEqual([422, code]);
      expect(answer.body.errors).toMatchObject([{ pointer: '/password' }]);
    }
    expect(await everythingOfIdentity(context)).toEqual(before);
    expect((await complete(token)).status).toBe(204);
  });

  it('does not stand in for a second factor', async () => {
    const { email, personId, visitor } = await newcomer(context, 'retailer', ['owner']);
    const { secret } = await setUpTotp(visitor);
    const waiting = await passwordStep(context, email);
    expect((await complete(await mailed(email))).status).toBe(204);
    const answer = await new Visitor(context.app).send('POST', '/v1/public/sessions', {
      body: { email, password: next },
    });
    expect([answer.status, answer.body.code]).toEqual([401, 'second_factor_needed']);
    // A second step that waited behind the former password is closed.
    await rest(context, personId);
    const stale = await waiting.visitor.send('POST', '/v1/public/sessions/second-step', {
      body: {
        signInToken: waiting.answer.body.signInToken,
        method: 'totp',
        code: await codeOf(secret),
      },
    });
    expect([stale.status, stale.body.code]).toEqual([401, 'sign_in_expired']);
  });

  it('keeps its link out of the database, the log and one’s list of messages', async () => {
    const { email } = await enrol(context, 'retailer', ['owner']);
    const token = await mailed(email);
    const everything = JSON.stringify(
      await context.peek(
        `select (select string_agg(r::text, '') from password_reset r) as a, (select string_agg(m::text, '') from message m) as b,
                (select string_agg(o::text, '') from outbox_message o) as c, (select string_agg(e::text, '') from audit_entry e) as d`,
      ),
    );
    expect(everything).not.toContain(token);
    const visitor = await signedIn(context, email);
    expect((await visitor.send('GET', '/v1/account/messages')).text).not.toContain('new password');
  });

  it.each([
    ['made up', 'x'.repeat(43)],
    ['empty', ''],
    ['too long', 'x'.repeat(200)],
  ])('has no link that is %s', async (_what, token) => {
    const answer = await complete(token);
    expect([404, 422]).toContain(answer.status);
  });
});
