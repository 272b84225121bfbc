import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { codeOf, lastProved, passwordStep, rest, setUpTotp, type SignInRefused } from './factors.js';
import { type Answer, newcomer, password, signedIn, Visitor } from './visitor.js';

const factors = '/v1/account/factors';

describe('an authenticator app', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const withApp = async () => {
    const account = await newcomer(context, 'retailer', ['owner']);
    return { ...account, ...(await setUpTotp(account.visitor)) };
  };
  const secondStep = (
    visitor: Visitor,
    signInToken: string,
    code: string,
    method = 'totp',
  ): Promise<Answer<SignInRefused & { csrfToken: string }>> =>
    visitor.send('POST', '/v1/public/sessions/second-step', { body: { signInToken, method, code } });
  const sessionsOf = async (personId: string): Promise<number> =>
    (await context.peek('select 1 from session where person_id = $1', [personId])).length;

  it('is asked for after the password, and lets in with its code', async () => {
    const { email, personId, secret } = await withApp();
    const before = await sessionsOf(personId);
    const { visitor, answer } = await passwordStep(context, email);
    expect([answer.status, answer.body.code]).toEqual([401, 'second_factor_needed']);
    expect(answer.body.methods).toEqual(['totp', 'recovery_code']);
    expect(answer.cookies).toEqual([]);
    expect(await sessionsOf(personId)).toBe(before);
    const opened = await secondStep(visitor, answer.body.signInToken, await codeOf(secret, 1));
    expect(opened.status).toBe(201);
    visitor.keep(opened);
    expect((await visitor.send('GET', '/v1/account/organisation')).status).toBe(200);
  });

  it('is not asked for before the password is right: nobody learns who has one', async () => {
    const { email } = await withApp();
    const answer = await new Visitor(context.app).send('POST', '/v1/public/sessions', {
      body: { email, password: 'not the password at all' },
    });
    expect([answer.status, answer.body.code]).toEqual([401, 'credentials_wrong']);
    expect(answer.body).not.toHaveProperty('methods');
  });

  it('has each code accepted once, in setting up, signing in and proving alike', async () => {
    const { email, personId, secret, visitor } = await withApp();
    const used = await codeOf(secret);
    const first = await passwordStep(context, email);
    const again = await secondStep(first.visitor, first.answer.body.signInToken, used);
    expect([again.status, again.body.code]).toEqual([401, 'code_wrong']);

    const next = await codeOf(secret, 1);
    expect((await secondStep(first.visitor, first.answer.body.signInToken, next)).status).toBe(201);
    const second = await passwordStep(context, email);
    const replayed = await secondStep(second.visitor, second.answer.body.signInToken, next);
    expect([replayed.status, replayed.body.code]).toEqual([401, 'code_wrong']);
    const proof = await visitor.send('POST', '/v1/account/session/proof', {
      body: { method: 'totp', secret: next },
    });
    expect([proof.status, proof.body.code]).toEqual([401, 'code_wrong']);
    // What came before the last accepted step is void with it, also where it was never used.
    expect((await secondStep(second.visitor, second.answer.body.signInToken, used)).status).toBe(401);
    await rest(context, personId);
    expect((await secondStep(second.visitor, second.answer.body.signInToken, next)).status).toBe(201);
  });

  it('has one of two equal codes at once accepted', async () => {
    const { email, personId, secret } = await withApp();
    await rest(context, personId);
    const steps = await Promise.all([1, 2, 3, 4].map(() => passwordStep(context, email)));
    const code = await codeOf(secret);
    const before = await sessionsOf(personId);
    const answers = await Promise.all(
      steps.map(({ visitor, answer }) => secondStep(visitor, answer.body.signInToken, code)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
    expect(await sessionsOf(personId)).toBe(before + 1);
  });

  it('takes no code of more than a step ago', async () => {
    const { email, personId, secret } = await withApp();
    await rest(context, personId);
    const { visitor, answer } = await passwordStep(context, email);
    for (const steps of [-3, 3]) {
      const stale = await secondStep(visitor, answer.body.signInToken, await codeOf(secret, steps));
      expect([stale.status, stale.body.code]).toEqual([401, 'code_wrong']);
    }
  });

  it('is not to be guessed: tries are counted before they are looked at', async () => {
    const { email, personId, secret } = await withApp();
    await rest(context, personId);
    const { visitor, answer } = await passwordStep(context, email);
    const { signInToken } = answer.body;
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, tried) => secondStep(visitor, signInToken, String(100_000 + tried))),
    );
    const statuses = guesses.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    // Nor is another way open meanwhile, be it with a new token or from within.
    const right = await secondStep(visitor, signInToken, await codeOf(secret));
    expect([right.status, right.body.code]).toEqual([429, 'sign_in_throttled']);
    const anew = await passwordStep(context, email);
    expect((await secondStep(anew.visitor, anew.answer.body.signInToken, await codeOf(secret))).status).toBe(
      429,
    );
    await context.advanceClock(20 / 3600);
    expect((await secondStep(visitor, signInToken, await codeOf(secret))).status).toBe(201);
  });

  it('goes on only with the token of the password step, for ten minutes, once', async () => {
    const { email, personId, secret } = await withApp();
    const other = await withApp();
    await rest(context, personId);
    const made = await secondStep(new Visitor(context.app), 'x'.repeat(43), await codeOf(secret));
    expect([made.status, made.body.code]).toEqual([401, 'sign_in_expired']);
    // Another's code does not fit this one's token.
    const { visitor, answer } = await passwordStep(context, email);
    const crossed = await secondStep(visitor, answer.body.signInToken, await codeOf(other.secret, 1));
    expect(crossed.body.code).toBe('code_wrong');
    await rest(context, personId);
    expect((await secondStep(visitor, answer.body.signInToken, await codeOf(secret))).status).toBe(201);
    const again = await secondStep(visitor, answer.body.signInToken, await codeOf(secret, 1));
    expect([again.status, again.body.code]).toEqual([401, 'sign_in_expired']);
    const late = await passwordStep(context, email);
    await context.advanceClock(11 / 60);
    const expired = await secondStep(late.visitor, late.answer.body.signInToken, await codeOf(secret, 1));
    expect([expired.status, expired.body.code]).toEqual([401, 'sign_in_expired']);
  });

  it('counts only once its first code was given, and is one at a time', async () => {
    const { visitor, email } = await newcomer(context, 'retailer', ['owner']);
    const begun = await visitor.send<{ secret: string; uri: string }>('POST', `${factors}/totp`);
    expect(begun.body.uri).toBe(
      `otpauth://totp/Weftway:${encodeURIComponent(email)}?secret=${begun.body.secret}&issuer=Weftway`,
    );
    expect((await passwordStep(context, email)).answer.status).toBe(201);
    const wrong = await visitor.send('POST', `${factors}/totp/confirmation`, { body: { code: '000000' } });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'code_wrong']);
    await setUpTotp(visitor);
    const second = await visitor.send('POST', `${factors}/totp`);
    expect([second.status, second.body.code]).toEqual([409, 'already_exists']);
    const view = await visitor.send('GET', factors);
    expect(view.body).toMatchObject({
      totp: { createdAt: expect.any(String) },
      passkeys: [],
      recoveryCodesLeft: 10,
      required: false,
    });
  });

  it('keeps its secret sealed, for its owner alone', async () => {
    const { personId, secret, visitor } = await withApp();
    const other = await withApp();
    const [stored] = await context.peek<{ row: string; secret: Buffer }>(
      'select t::text as row, secret from totp_factor t where person_id = $1',
      [personId],
    );
    expect(stored?.row).not.toContain(secret);
    expect(stored?.secret).toHaveLength(49);
    // Whoever can write into the table still cannot give a person the secret of another.
    await context.peek(
      'update totp_factor set secret = (select secret from totp_factor where person_id = $1) where person_id = $2',
      [other.personId, personId],
    );
    const crossed = await visitor.send('POST', '/v1/account/session/proof', {
      body: { method: 'totp', secret: await codeOf(other.secret, 1) },
    });
    expect([crossed.status, crossed.body.code]).toEqual([401, 'code_wrong']);
  });

  it('is removed, with the recovery codes, by whoever proved it a short while ago', async () => {
    const { visitor, personId, email, secret } = await withApp();
    await lastProved(context, personId, 11);
    const refused = await visitor.send('DELETE', `${factors}/totp`);
    expect([refused.status, refused.body.code]).toEqual([403, 'step_up_required']);
    const proof = await visitor.send<{ csrfToken: string }>('POST', '/v1/account/session/proof', {
      body: { method: 'totp', secret: await codeOf(secret, 1) },
    });
    visitor.keep(proof);
    expect((await visitor.send('DELETE', `${factors}/totp`)).status).toBe(204);
    expect((await visitor.send('GET', factors)).body).toMatchObject({ totp: null, recoveryCodesLeft: 0 });
    await signedIn(context, email);
  });

  it('does not stand in the way of a new password, nor is it passed by one', async () => {
    const { visitor, email } = await withApp();
    const changed = await visitor.send('POST', '/v1/account/password', {
      body: { currentPassword: password, password: 'harbour thimble orbit maple' },
    });
    expect(changed.status).toBe(204);
    const answer = await new Visitor(context.app).send('POST', '/v1/public/sessions', {
      body: { email, password: 'harbour thimble orbit maple' },
    });
    expect(answer.body.code).toBe('second_factor_needed');
  });
});
