import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { Authenticator } from './authenticator.js';
import { addPasskey, lastProved, passwordStep, type PasskeyQuestion, type SignInRefused } from './factors.js';
import { type Answer, newcomer, Visitor } from './visitor.js';

const ask = '/v1/public/sessions/passkey-challenge';
const answerTo = '/v1/public/sessions/passkey';

describe('a passkey', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const withPasskey = async () => {
    const account = await newcomer(context, 'retailer', ['owner']);
    return { ...account, ...(await addPasskey(account.visitor)) };
  };
  const question = async (signInToken?: string): Promise<PasskeyQuestion> => {
    const answer = await new Visitor(context.app).send<PasskeyQuestion>('POST', ask, {
      body: signInToken === undefined ? {} : { signInToken },
    });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const signIn = (
    asked: PasskeyQuestion,
    passkey: Authenticator,
    more: object = {},
  ): Promise<Answer<SignInRefused & { csrfToken: string; person: { email: string } }>> =>
    new Visitor(context.app).send('POST', answerTo, {
      body: { challengeToken: asked.challengeToken, ...passkey.signed(asked.options.challenge), ...more },
    });
  const tokenOf = async (email: string): Promise<string> =>
    (await passwordStep(context, email)).answer.body.signInToken;
  const isWrong = ({ status, body }: Answer<{ code: string }>): void =>
    expect([status, body.code]).toEqual([401, 'passkey_wrong']);

  it('is the second step after the password', async () => {
    const { email, passkey } = await withPasskey();
    const { answer } = await passwordStep(context, email);
    expect(answer.body.methods).toEqual(['passkey', 'recovery_code']);
    const asked = await question(answer.body.signInToken);
    expect(asked.options.allowCredentials.map(({ id }) => id)).toEqual([passkey.id.toString('base64url')]);
    const opened = await signIn(asked, passkey);
    expect([opened.status, opened.body.person.email]).toEqual([201, email]);
    // The step is taken: its token opens nothing more.
    const again = await new Visitor(context.app).send('POST', ask, {
      body: { signInToken: answer.body.signInToken },
    });
    expect([again.status, again.body.code]).toEqual([401, 'sign_in_expired']);
  });

  it('signs in alone when it looked who holds it, and only then', async () => {
    const { email, passkey } = await withPasskey();
    const asked = await question();
    expect(asked.options).toMatchObject({ allowCredentials: [], userVerification: 'required' });
    const opened = await signIn(asked, passkey);
    expect([opened.status, opened.body.person.email]).toEqual([201, email]);
    passkey.behaviour.verified = false;
    isWrong(await signIn(await question(), passkey));
    // After a password, having it is enough.
    expect((await signIn(await question(await tokenOf(email)), passkey)).status).toBe(201);
  });

  it('of another opens nobody else’s door', async () => {
    const victim = await withPasskey();
    const thief = await withPasskey();
    const before = await context.peek('select id from session order by id');
    // The thief knows the password and has a passkey of their own.
    isWrong(await signIn(await question(await tokenOf(victim.email)), thief.passkey));
    // One that nobody registered, and one that names itself by the victim's id.
    isWrong(await signIn(await question(), new Authenticator()));
    isWrong(
      await signIn(await question(), new Authenticator(), { id: victim.passkey.id.toString('base64url') }),
    );
    expect(await context.peek('select id from session order by id')).toEqual(before);
  });

  it('signs one challenge once, and no other', async () => {
    const { passkey } = await withPasskey();
    const asked = await question();
    const other = await question();
    isWrong(await signIn({ ...asked, options: other.options }, passkey));
    // However that ended, the question is closed.
    const repeated = await signIn(asked, passkey);
    expect([repeated.status, repeated.body.code]).toEqual([401, 'sign_in_expired']);
    expect((await signIn(other, passkey)).status).toBe(201);
    const replayed = await signIn(other, passkey);
    expect([replayed.status, replayed.body.code]).toEqual([401, 'sign_in_expired']);
    const late = await question();
    await context.advanceClock(11 / 60);
    expect((await signIn(late, passkey)).body.code).toBe('sign_in_expired');
  });

  it.each([
    ['on another site', { origin: 'https://weftway.evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
  ])('that was used %s is not taken', async (_where, behaviour) => {
    const { passkey } = await withPasskey();
    Object.assign(passkey.behaviour, behaviour);
    isWrong(await signIn(await question(), passkey));
  });

  it('that counts less than before was copied, and is not taken', async () => {
    const { passkey, personId } = await withPasskey();
    passkey.behaviour.counter = 5;
    expect((await signIn(await question(), passkey)).status).toBe(201);
    for (const counter of [5, 4, 0]) {
      passkey.behaviour.counter = counter;
      isWrong(await signIn(await question(), passkey));
    }
    passkey.behaviour.counter = 6;
    expect((await signIn(await question(), passkey)).status).toBe(201);
    const [stored] = await context.peek('select counter from passkey where person_id = $1', [personId]);
    expect(stored).toEqual({ counter: '6' });
  });

  it('is registered in the session that asked for it, once', async () => {
    const { visitor } = await newcomer(context, 'retailer', ['owner']);
    const other = await newcomer(context, 'retailer', ['owner']);
    const begin = async () =>
      (await visitor.send<PasskeyQuestion>('POST', '/v1/account/factors/passkeys/challenge')).body;
    const finish = (by: Visitor, asked: PasskeyQuestion, passkey: Authenticator) =>
      by.send('POST', '/v1/account/factors/passkeys', {
        body: {
          name: 'Key',
          challengeToken: asked.challengeToken,
          ...passkey.created(asked.options.challenge),
        },
      });
    const foreign = await finish(other.visitor, await begin(), new Authenticator());
    expect([foreign.status, foreign.body.code]).toEqual([401, 'sign_in_expired']);
    const misled = new Authenticator();
    misled.behaviour.origin = 'https://weftway.evil.example';
    isWrong(await finish(visitor, await begin(), misled));
    const { passkey, recoveryCodes } = await addPasskey(visitor);
    expect(recoveryCodes).toHaveLength(10);
    const twice = await finish(visitor, await begin(), passkey);
    expect([twice.status, twice.body.code]).toEqual([409, 'already_exists']);
    // Nor can another put it under their own name.
    const asked = await other.visitor.send<PasskeyQuestion>('POST', '/v1/account/factors/passkeys/challenge');
    expect((await finish(other.visitor, asked.body, passkey)).body.code).toBe('already_exists');
  });

  it('is listed with its name and last use, and removed by its owner alone', async () => {
    const { visitor, passkey } = await withPasskey();
    const second = await addPasskey(visitor, new Authenticator(), 'Security key');
    expect(second.recoveryCodes).toEqual([]);
    await signIn(await question(), passkey);
    const view = await visitor.send<{ passkeys: { id: string; name: string; lastUsedAt: string | null }[] }>(
      'GET',
      '/v1/account/factors',
    );
    const [phone, key] = view.body.passkeys;
    expect([phone?.name, typeof phone?.lastUsedAt, key?.name, key?.lastUsedAt]).toEqual([
      'Phone',
      'string',
      'Security key',
      null,
    ]);
    const stranger = await withPasskey();
    const path = `/v1/account/factors/passkeys/${phone?.id}`;
    expect((await stranger.visitor.send('DELETE', path)).status).toBe(404);
    expect((await visitor.send('DELETE', path)).status).toBe(204);
    isWrong(await signIn(await question(), passkey));
  });

  it('proves who sits there, for the session that asked', async () => {
    const { visitor, passkey, personId } = await withPasskey();
    const thief = await withPasskey();
    await lastProved(context, personId, 11);
    const asked = await visitor.send<PasskeyQuestion>('POST', '/v1/account/session/passkey-challenge');
    const foreign = await visitor.send('POST', '/v1/account/session/passkey-proof', {
      body: {
        challengeToken: asked.body.challengeToken,
        ...thief.passkey.signed(asked.body.options.challenge),
      },
    });
    isWrong(foreign);
    const anew = await visitor.send<PasskeyQuestion>('POST', '/v1/account/session/passkey-challenge');
    const elsewhere = await thief.visitor.send('POST', '/v1/account/session/passkey-proof', {
      body: { challengeToken: anew.body.challengeToken, ...passkey.signed(anew.body.options.challenge) },
    });
    expect(elsewhere.body.code).toBe('sign_in_expired');
    const own = await visitor.send<PasskeyQuestion>('POST', '/v1/account/session/passkey-challenge');
    const proved = await visitor.send<{ csrfToken: string }>('POST', '/v1/account/session/passkey-proof', {
      body: { challengeToken: own.body.challengeToken, ...passkey.signed(own.body.options.challenge) },
    });
    expect(proved.status).toBe(200);
    visitor.keep(proved);
    expect((await visitor.send('POST', '/v1/account/factors/recovery-codes')).status).toBe(201);
  });

  it.each([
    ['nothing', {}],
    ['no base64', { id: '%%%', clientDataJson: '{}', authenticatorData: '☕', signature: '\u00e9' }],
    ['an empty object', { id: 'AAAA', clientDataJson: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' }],
  ])('made of %s is refused, not stumbled over', async (_what, made) => {
    const { passkey } = await withPasskey();
    const asked = await question();
    const answer = await signIn(asked, passkey, { ...made, ...('id' in made ? {} : { id: undefined }) });
    expect([401, 422]).toContain(answer.status);
    const own = await signIn(await question(), passkey, { authenticatorData: 'AAAA' });
    isWrong(own);
  });
});
