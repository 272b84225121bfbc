import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { OrganisationKind } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { certifying, gather } from '../compliance/certifying.js';
import { everythingOrdered, prepareAwards } from '../ordering/awarding.js';
import { codeOf, lastProved, rest, setUpTotp } from './factors.js';
import { type Answer, enrolPassword, newcomer, password, signedIn, Visitor } from './visitor.js';

const proofUrl = '/v1/account/session/proof';

interface StepUpRefused {
  code: string;
  methods: string[];
  proveAt: string;
}

/** Every weighty step, by whom it can be taken; of records that are not there, so that who is let through is answered 404 or 422. */
const weighty: readonly [
  method: string,
  path: string,
  kind: OrganisationKind,
  role: string,
  body: object | undefined,
][] = [
  ['POST', '/v1/buyer/awards/{id}/confirmation', 'retailer', 'owner', undefined],
  ['POST', '/v1/buyer/awards/{id}/approval', 'retailer', 'owner', undefined],
  ['POST', '/v1/compliance/certificates/{id}/confirmation', 'assurance', 'lead', undefined],
  ['POST', '/v1/compliance/certificates/{id}/suspension', 'assurance', 'lead', { reason: 'x' }],
  ['POST', '/v1/compliance/certificates/{id}/reinstatement', 'assurance', 'lead', { reason: 'x' }],
  ['POST', '/v1/compliance/certificates/{id}/withdrawal', 'assurance', 'lead', { reason: 'x' }],
  ['POST', '/v1/account/api-keys', 'retailer', 'owner', { name: 'Import', scopes: [] }],
  ['PUT', '/v1/account/organisation/second-factor', 'retailer', 'owner', {}],
  ['DELETE', '/v1/account/members/{id}/factors', 'retailer', 'owner', undefined],
  ['POST', '/v1/admin/factor-resets', 'platform', 'administrator', { email: 'nobody@kiondo.example' }],
  ['POST', '/v1/account/factors/totp/confirmation', 'retailer', 'finance', {}],
  ['DELETE', '/v1/account/factors/passkeys/{id}', 'retailer', 'finance', undefined],
  ['POST', '/v1/account/password', 'retailer', 'finance', {}],
];

describe('a weighty step', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const attempt = (visitor: Visitor, method: string, path: string, body?: object) =>
    visitor.send<StepUpRefused>(method, path.replace('{id}', uuidv7()), {
      ifMatch: '"v1"',
      ...(body !== undefined && { body }),
    });
  const prove = async (
    visitor: Visitor,
    method: string,
    secret: string,
  ): Promise<Answer<{ code: string; csrfToken: string }>> =>
    visitor.send('POST', proofUrl, { body: { method, secret } });
  const needsProof = ({ status, body }: Answer<StepUpRefused>, methods: string[]): void =>
    expect([status, body]).toEqual([
      403,
      expect.objectContaining({ code: 'step_up_required', methods, proveAt: proofUrl }),
    ]);

  it.each(weighty)('%s %s asks the %s’s %s for a proof of now', async (method, path, kind, role, body) => {
    const { visitor, personId } = await newcomer(context, kind, [role]);
    // Signing in is a proof.
    const first = await attempt(visitor, method, path, body);
    expect([404, 422]).toContain(first.status);
    await lastProved(context, personId, 11);
    needsProof(await attempt(visitor, method, path, body), ['password']);
    visitor.keep(await prove(visitor, 'password', password));
    expect((await attempt(visitor, method, path, body)).status).toBe(first.status);
  });

  it('asks whoever has a second factor for that, and not for the password', async () => {
    const { visitor, personId, email } = await newcomer(context, 'retailer', ['owner']);
    const elsewhere = await signedIn(context, email);
    const { secret } = await setUpTotp(visitor);
    const step = (by: Visitor) => attempt(by, 'POST', '/v1/buyer/awards/{id}/confirmation');
    // A session that began by the password alone has proved less than is asked now, however young it is.
    needsProof(await step(elsewhere), ['totp', 'recovery_code']);
    await lastProved(context, personId, 11);
    needsProof(await step(visitor), ['totp', 'recovery_code']);
    const byPassword = await prove(visitor, 'password', password);
    expect([byPassword.status, byPassword.body.code]).toEqual([403, 'step_up_required']);
    needsProof(await step(visitor), ['totp', 'recovery_code']);
    visitor.keep(await prove(visitor, 'totp', await codeOf(secret, 1)));
    expect((await step(visitor)).status).toBe(404);
  });

  it('asks again when the minutes are over, by true time and not by the portal’s clock', async () => {
    const { visitor, personId } = await newcomer(context, 'retailer', ['owner']);
    const step = () => attempt(visitor, 'POST', '/v1/buyer/awards/{id}/confirmation');
    await lastProved(context, personId, 9);
    expect((await step()).status).toBe(404);
    // A deadline that is moved along for a test or a demonstration is no time spent at a screen.
    await context.advanceClock(5);
    expect((await step()).status).toBe(404);
    await lastProved(context, personId, 10);
    needsProof(await step(), ['password']);
  });

  it('is proved under a new token: the former one, and its token for changes, are void at once', async () => {
    const { visitor } = await newcomer(context, 'retailer', ['owner']);
    const thief = new Visitor(context.app);
    const former = { cookie: visitor.cookie, csrf: visitor.csrfToken };
    thief.cookie = former.cookie;
    thief.csrfToken = former.csrf;
    expect((await thief.send('GET', '/v1/account/session')).status).toBe(200);
    const proved = await prove(visitor, 'password', password);
    visitor.keep(proved);
    expect([visitor.cookie === former.cookie, visitor.csrfToken === former.csrf]).toEqual([false, false]);
    expect((await thief.send('GET', '/v1/account/session')).status).toBe(401);
    const stale = await visitor.send('POST', '/v1/account/api-keys', { csrf: former.csrf, body: {} });
    expect(stale.body.code).toBe('csrf_token_missing');
    // It is the same session to look at: where one is signed in has not changed.
    const places = await visitor.send<{ items: unknown[] }>('GET', '/v1/account/sessions');
    expect(places.body.items).toHaveLength(1);
  });

  it('gives a session a new token at a second factor too, when it is set up as when it is proved', async () => {
    const { visitor, personId } = await newcomer(context, 'retailer', ['owner']);
    const tokens = [visitor.cookie];
    const { secret } = await setUpTotp(visitor);
    tokens.push(visitor.cookie);
    await rest(context, personId);
    visitor.keep(await prove(visitor, 'totp', await codeOf(secret)));
    tokens.push(visitor.cookie);
    expect(new Set(tokens).size).toBe(3);
  });

  it('is not proved by guessing', async () => {
    const { visitor, personId } = await newcomer(context, 'retailer', ['owner']);
    await lastProved(context, personId, 11);
    const statuses: number[] = [];
    for (let tried = 0; tried < 6; tried += 1) {
      statuses.push((await prove(visitor, 'password', `guess number ${tried}`)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const right = await prove(visitor, 'password', password);
    expect([right.status, right.body.code]).toEqual([429, 'sign_in_throttled']);
    needsProof(await attempt(visitor, 'POST', '/v1/account/api-keys', {}), ['password']);
    await context.peek('delete from sign_in_throttle');
  });

  it('by an API key needs no proof, since its making did; but people and keys are not for keys to make', async () => {
    const { visitor, personId } = await newcomer(context, 'retailer', ['owner']);
    const made = await visitor.send<{ key: string }>('POST', '/v1/account/api-keys', {
      body: {
        name: 'ERP',
        scopes: ['awards.confirm', 'api_keys.write', 'members.write', 'organisation.write'],
      },
    });
    const program = new Visitor(context.app, made.body.key);
    await lastProved(context, personId, 100);
    expect((await attempt(program, 'POST', '/v1/buyer/awards/{id}/confirmation')).status).toBe(404);
    for (const [method, path, body] of [
      ['POST', '/v1/account/api-keys', { name: 'More', scopes: ['awards.confirm'] }],
      ['DELETE', '/v1/account/members/{id}/factors', undefined],
      ['PUT', '/v1/account/organisation/second-factor', { required: false }],
      ['POST', proofUrl, { method: 'password', secret: password }],
    ] as const) {
      const answer = await attempt(program, method, path, body);
      expect([answer.status, answer.body.code]).toEqual([403, 'not_permitted']);
    }
  });
});

describe('an award and a decision', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  it('change nothing without the proof, and go through with the same key after it', async () => {
    const { scene, draftedOne } = await prepareAwards(context);
    const award = await draftedOne();
    const { personId } = scene.buyer.requester;
    const visitor = await signedIn(context, await enrolPassword(context, personId));
    await lastProved(context, personId, 11);
    const before = await everythingOrdered(context);
    const confirm = () =>
      visitor.send('POST', `/v1/buyer/awards/${award.id}/confirmation`, {
        ifMatch: `"v${award.version}"`,
        headers: { 'idempotency-key': 'confirm once' },
      });
    const refused = await confirm();
    expect([refused.status, refused.body.code]).toEqual([403, 'step_up_required']);
    expect(await everythingOrdered(context)).toEqual(before);
    visitor.keep(
      await visitor.send<{ csrfToken: string }>('POST', proofUrl, {
        body: { method: 'password', secret: password },
      }),
    );
    expect((await confirm()).status).toBe(201);
    const orders = await context.peek('select id from purchase_order where buyer_id = $1', [
      scene.buyer.requester.organisationId,
    ]);
    expect(orders).toHaveLength(2);
  });

  it('decide on a certificate only after it', async () => {
    const cast = await gather(context);
    const waiting = await certifying(context, cast).proposed();
    const visitor = await signedIn(context, await enrolPassword(context, cast.lead.personId));
    await lastProved(context, cast.lead.personId, 11);
    const confirm = () =>
      visitor.send('POST', `/v1/compliance/certificates/${waiting.id}/confirmation`, {
        ifMatch: `"v${waiting.version}"`,
      });
    const state = () => context.peek('select state from certificate where id = $1', [waiting.id]);
    const before = await state();
    expect((await confirm()).body.code).toBe('step_up_required');
    expect(await state()).toEqual(before);
    visitor.keep(
      await visitor.send<{ csrfToken: string }>('POST', proofUrl, {
        body: { method: 'password', secret: password },
      }),
    );
    expect((await confirm()).status).toBe(200);
    expect(await state()).toEqual([{ state: 'granted' }]);
  });
});
