import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Answer, everythingOfIdentity, newcomer, password, signedIn, Visitor } from './visitor.js';

const next = 'harbour thimble orbit maple';

describe('one’s own password and profile', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const change = (visitor: Visitor, currentPassword: string, given: string): Promise<Answer> =>
    visitor.send('POST', '/v1/account/password', { body: { currentPassword, password: given } });
  const signIn = async (email: string, given: string): Promise<number> =>
    (await new Visitor(context.app).send('POST', '/v1/public/sessions', { body: { email, password: given } }))
      .status;

  it('are changed with the present one, which ends every other session', async () => {
    const { visitor, email } = await newcomer(context, 'retailer', ['finance']);
    const elsewhere = await signedIn(context, email);
    expect((await change(visitor, password, next)).status).toBe(204);
    expect((await visitor.send('GET', '/v1/account/session')).status).toBe(200);
    expect((await elsewhere.send('GET', '/v1/account/session')).status).toBe(401);
    expect([await signIn(email, password), await signIn(email, next)]).toEqual([401, 201]);
  });

  it('stay as they are without the present one', async () => {
    const { visitor } = await newcomer(context, 'retailer', ['finance']);
    const before = await everythingOfIdentity(context);
    const answer = await change(visitor, 'a guess at the password', next);
    expect([answer.status, answer.body.code]).toEqual([401, 'credentials_wrong']);
    expect(await everythingOfIdentity(context)).toEqual(before);
  });

  it('cannot be guessed without end from an open session', async () => {
    const { visitor, email } = await newcomer(context, 'retailer', ['finance']);
    const statuses: number[] = [];
    for (let tried = 0; tried < 6; tried += 1) {
      statuses.push((await change(visitor, `guess number ${tried}`, next)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const before = await everythingOfIdentity(context);
    const blocked = await change(visitor, password, next);
    expect([blocked.status, blocked.body.code]).toEqual([429, 'sign_in_throttled']);
    expect(await everythingOfIdentity(context)).toEqual(before);
    await context.advanceClock(0.25);
    expect((await change(visitor, password, next)).status).toBe(204);
    expect(await signIn(email, next)).toBe(201);
  });

  it.each([
    ['too short', 'eleven char', 'invalid_input'],
    ['too long', 'long words '.repeat(12), 'invalid_input'],
    ['what many use', 'Correct-Horse-Battery-Staple', 'password_weak'],
    ['known from breaches', 'qazwsxedcrfv', 'password_weak'],
    ['known, with a year behind it', 'Sunshine2027', 'password_weak'],
    ['known, with signs around it', '!!1qaz2wsx3edc', 'password_weak'],
    ['a repetition', 'abababababababab', 'password_weak'],
    ['one’s own name', 'aminawanjiru1', 'password_weak'],
  ])('refuse a new one that is %s', async (_what, given, code) => {
    const { visitor } = await newcomer(context, 'retailer', ['finance']);
    const before = await everythingOfIdentity(context);
    const answer = await change(visitor, password, given);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code, errors: [{ pointer: '/password' }] });
    expect(answer.text).not.toContain(given);
    expect(await everythingOfIdentity(context)).toEqual(before);
  });

  it('take a long phrase with blanks and letters of any script as it is', async () => {
    const { visitor, email } = await newcomer(context, 'retailer', ['finance']);
    const phrase = '  सात नावें πέντε σπίτια 🧺 three roofs  ';
    expect((await change(visitor, password, phrase)).status).toBe(204);
    expect([await signIn(email, phrase), await signIn(email, phrase.trim())]).toEqual([201, 401]);
  });

  it('let a person change name, language and time zone, not the address', async () => {
    const { visitor, email, personId } = await newcomer(context, 'retailer', ['finance']);
    const profile = { name: 'Amina W. Otieno', language: 'sw', timeZone: 'Africa/Nairobi' };
    const changed = await visitor.send('PUT', '/v1/account/profile', { ifMatch: '"v1"', body: profile });
    expect(changed.body).toEqual({ id: personId, email, version: 2, ...profile });
    const before = await everythingOfIdentity(context);
    const address = await visitor.send('PUT', '/v1/account/profile', {
      ifMatch: '"v2"',
      body: { ...profile, email: 'new@kiondo.example' },
    });
    expect(address.body).toMatchObject({
      code: 'invalid_input',
      errors: [{ pointer: '/email', code: 'unknown_field' }],
    });
    const stale = await visitor.send('PUT', '/v1/account/profile', { ifMatch: '"v1"', body: profile });
    expect([stale.status, stale.body.code]).toEqual([412, 'version_conflict']);
    expect(await everythingOfIdentity(context)).toEqual(before);
  });
});
