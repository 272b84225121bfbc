import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { addPasskey, lastProved, passwordStep, setUpTotp } from './factors.js';
import { type Answer, enrol, newcomer, signedIn, type Visitor } from './visitor.js';

interface View {
  organisation: { id: string } | null;
  organisations: { id: string; needsSecondFactor: boolean }[];
  permissions: string[];
}

const session = '/v1/account/session';

describe('an organisation that asks its people for a second factor', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const setRule = (visitor: Visitor, required: boolean, version: number): Promise<Answer> =>
    visitor.send('PUT', '/v1/account/organisation/second-factor', {
      ifMatch: `"v${version}"`,
      body: { required },
    });
  const strict = async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    await setUpTotp(owner.visitor);
    const answer = await setRule(owner.visitor, true, 1);
    expect([answer.status, answer.body.secondFactorRequired]).toEqual([200, true]);
    return owner;
  };
  const isShutOut = async (visitor: Visitor, organisationId: string): Promise<void> => {
    for (const [method, path] of [
      ['GET', '/v1/account/organisation'],
      ['GET', '/v1/buyer/requests'],
      ['GET', '/v1/account/members'],
    ] as const) {
      const answer = await visitor.send(method, path);
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'organisation_not_chosen']);
    }
    const { body } = await visitor.send<View>('GET', session);
    expect(body).toMatchObject({ organisation: null, permissions: [] });
    expect(body.organisations).toEqual([
      expect.objectContaining({ id: organisationId, needsSecondFactor: true }),
    ]);
    const chosen = await visitor.send('POST', `${session}/organisation`, { body: { organisationId } });
    expect([chosen.status, chosen.body.code]).toEqual([403, 'second_factor_required']);
  };

  it('lets nobody act for it without, and whoever has none set one up', async () => {
    const { organisationId } = await strict();
    const { email } = await enrol(context, 'retailer', ['requester'], { organisationId });
    const visitor = await signedIn(context, email);
    await isShutOut(visitor, organisationId);
    await setUpTotp(visitor);
    const { body } = await visitor.send<View>('GET', session);
    expect(body.organisation?.id).toBe(organisationId);
    expect(body.permissions).toContain('requests.write');
    expect((await visitor.send('GET', '/v1/buyer/requests')).status).toBe(200);
  });

  it('shuts out sessions that were open when it began to ask', async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    const colleague = await newcomer(context, 'retailer', ['requester'], owner.organisationId);
    await setUpTotp(owner.visitor);
    expect((await colleague.visitor.send('GET', '/v1/buyer/requests')).status).toBe(200);
    await setRule(owner.visitor, true, 1);
    await isShutOut(colleague.visitor, owner.organisationId);
    // Nor does a factor that was set up elsewhere lift a session that never proved it.
    const elsewhere = await signedIn(context, colleague.email);
    await addPasskey(elsewhere);
    await isShutOut(colleague.visitor, owner.organisationId);
    await setRule(owner.visitor, false, 2);
    expect((await colleague.visitor.send('GET', '/v1/buyer/requests')).status).toBe(200);
  });

  it('is satisfied by a session that signed in with one, long after it did', async () => {
    const owner = await strict();
    const colleague = await newcomer(context, 'retailer', ['requester'], owner.organisationId);
    const { recoveryCodes } = await setUpTotp(colleague.visitor);
    const { visitor, answer } = await passwordStep(context, colleague.email);
    const opened = await visitor.send<{ csrfToken: string }>('POST', '/v1/public/sessions/second-step', {
      body: {
        signInToken: answer.body.signInToken,
        method: 'recovery_code',
        code: recoveryCodes[0],
      },
    });
    visitor.keep(opened);
    await lastProved(context, colleague.personId, 600);
    expect((await visitor.send('GET', '/v1/buyer/requests')).status).toBe(200);
  });

  it('is asked for by whoever has shown that it works, and in the log', async () => {
    const { visitor, organisationId } = await newcomer(context, 'retailer', ['owner']);
    const refused = await setRule(visitor, true, 1);
    expect([refused.status, refused.body.code]).toEqual([409, 'factor_first']);
    await addPasskey(visitor);
    expect((await setRule(visitor, true, 1)).status).toBe(200);
    const stale = await setRule(visitor, false, 1);
    expect([stale.status, stale.body.code]).toEqual([412, 'version_conflict']);
    expect((await setRule(visitor, false, 2)).status).toBe(200);
    const log = await context.peek<{ action: string }>(
      `select action from audit_entry where organisation_id = $1 and action like 'organisation.second%' order by seq`,
      [organisationId],
    );
    expect(log.map(({ action }) => action)).toEqual([
      'organisation.second_factor_required',
      'organisation.second_factor_optional',
    ]);
  });

  it('shuts out at once whoever takes their last one away', async () => {
    const { organisationId } = await strict();
    const { email } = await enrol(context, 'retailer', ['requester'], { organisationId });
    const visitor = await signedIn(context, email);
    await setUpTotp(visitor);
    expect((await visitor.send('GET', '/v1/buyer/requests')).status).toBe(200);
    expect((await visitor.send('DELETE', '/v1/account/factors/totp')).status).toBe(204);
    await isShutOut(visitor, organisationId);
  });

  it('is not for a requester to ask, nor to lift', async () => {
    const { organisationId } = await strict();
    const colleague = await newcomer(context, 'retailer', ['requester'], organisationId);
    await setUpTotp(colleague.visitor);
    for (const required of [true, false]) {
      const answer = await setRule(colleague.visitor, required, 2);
      expect([answer.status, answer.body.code]).toEqual([403, 'not_permitted']);
    }
  });
});

describe('someone who lost their second factor', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const lost = async (organisationId?: string) => {
    const account = await newcomer(context, 'retailer', ['requester'], organisationId);
    await setUpTotp(account.visitor);
    await addPasskey(account.visitor);
    return account;
  };
  const factorsOf = async (personId: string): Promise<unknown> =>
    (
      await context.peek(
        `select (select count(*)::int from totp_factor where person_id = $1) as apps,
                (select count(*)::int from passkey where person_id = $1) as passkeys,
                (select count(*)::int from recovery_code where person_id = $1) as codes`,
        [personId],
      )
    )[0];
  const reset = (by: Visitor, personId: string): Promise<Answer> =>
    by.send('DELETE', `/v1/account/members/${personId}/factors`);

  it('is helped by an owner, who signs them out and has them told', async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    const colleague = await lost(owner.organisationId);
    expect((await reset(owner.visitor, colleague.personId)).status).toBe(204);
    expect(await factorsOf(colleague.personId)).toEqual({ apps: 0, passkeys: 0, codes: 0 });
    expect((await colleague.visitor.send('GET', session)).status).toBe(401);
    await signedIn(context, colleague.email);
    await context.drain();
    const [entry] = await context.peek(
      `select person_id, subject_id from audit_entry where organisation_id = $1 and action = 'person.factors_reset'`,
      [owner.organisationId],
    );
    expect(entry).toEqual({ person_id: owner.personId, subject_id: colleague.personId });
    const told = await context.peek(
      `select 1 from message where person_id = $1 and subject = 'Your second factor was taken away'`,
      [colleague.personId],
    );
    expect(told).toHaveLength(1);
    const again = await reset(owner.visitor, colleague.personId);
    expect([again.status, again.body.code]).toEqual([409, 'wrong_state']);
  });

  it('is seen to have none by whoever looks after the organisation', async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    const colleague = await lost(owner.organisationId);
    const shown = async (): Promise<unknown> => {
      const { body } = await owner.visitor.send<{ items: { id: string; secondFactor: boolean }[] }>(
        'GET',
        '/v1/account/members',
      );
      return Object.fromEntries(body.items.map(({ id, secondFactor }) => [id, secondFactor]));
    };
    expect(await shown()).toEqual({ [owner.personId]: false, [colleague.personId]: true });
    await reset(owner.visitor, colleague.personId);
    expect(await shown()).toEqual({ [owner.personId]: false, [colleague.personId]: false });
  });

  it('is not helped by a stranger, a colleague without the right, or one organisation of several', async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    const stranger = await newcomer(context, 'retailer', ['owner']);
    const colleague = await lost(owner.organisationId);
    const before = await factorsOf(colleague.personId);
    expect((await reset(stranger.visitor, colleague.personId)).body.code).toBe('not_found');
    expect((await reset(colleague.visitor, colleague.personId)).body.code).toBe('not_permitted');
    await context.member(stranger.organisationId, 'retailer', ['finance'], colleague.personId);
    // Otherwise whoever invites someone could open the door of their other organisation.
    const shared = await reset(stranger.visitor, colleague.personId);
    expect([shared.status, shared.body.code]).toEqual([409, 'factor_of_others_too']);
    expect(await factorsOf(colleague.personId)).toEqual(before);
  });

  it('is helped by an administrator wherever they work, which stands in every log', async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    const other = await newcomer(context, 'retailer', ['owner']);
    const colleague = await lost(owner.organisationId);
    await context.member(other.organisationId, 'retailer', ['finance'], colleague.personId);
    const administrator = await newcomer(context, 'platform', ['administrator']);
    const url = '/v1/admin/factor-resets';
    expect((await owner.visitor.send('POST', url, { body: { email: colleague.email } })).body.code).toBe(
      'not_permitted',
    );
    const unknown = await administrator.visitor.send('POST', url, { body: { email: 'nobody@x.example' } });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found']);
    const done = await administrator.visitor.send('POST', url, { body: { email: colleague.email } });
    expect(done.status).toBe(204);
    expect(await factorsOf(colleague.personId)).toEqual({ apps: 0, passkeys: 0, codes: 0 });
    const logs = await context.peek<{ organisation_id: string }>(
      `select organisation_id from audit_entry where action = 'person.factors_reset' and subject_id = $1`,
      [colleague.personId],
    );
    expect(logs.map((one) => one.organisation_id).sort()).toEqual(
      [owner.organisationId, other.organisationId, administrator.organisationId].sort(),
    );
  });
});
