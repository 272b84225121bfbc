import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { passwordStep, setUpTotp } from './factors.js';
import { type Answer, newcomer } from './visitor.js';

describe('recovery codes', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const withCodes = async () => {
    const account = await newcomer(context, 'retailer', ['owner']);
    return { ...account, ...(await setUpTotp(account.visitor)) };
  };
  const use = async (email: string, code: string | undefined): Promise<Answer<{ code: string }>> => {
    const { visitor, answer } = await passwordStep(context, email);
    return visitor.send('POST', '/v1/public/sessions/second-step', {
      body: { signInToken: answer.body.signInToken, method: 'recovery_code', code },
    });
  };

  it('each open the door once, however they are typed', async () => {
    const { email, recoveryCodes } = await withCodes();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first, second] = recoveryCodes;
    expect(first).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
    expect((await use(email, first)).status).toBe(201);
    const again = await use(email, first);
    expect([again.status, again.body.code]).toEqual([401, 'code_wrong']);
    expect((await use(email, second?.replaceAll('-', ' ').toUpperCase())).status).toBe(201);
    await context.peek('delete from sign_in_throttle');
  });

  it('open it once also where one is used twice at the same moment', async () => {
    const { email, recoveryCodes } = await withCodes();
    const answers = await Promise.all([1, 2, 3, 4].map(() => use(email, recoveryCodes[0])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
    await context.peek('delete from sign_in_throttle');
  });

  it('are nobody else’s', async () => {
    const { email } = await withCodes();
    const other = await withCodes();
    expect((await use(email, other.recoveryCodes[0])).body.code).toBe('code_wrong');
    expect((await use(other.email, other.recoveryCodes[0])).status).toBe(201);
  });

  it('are void as soon as there are new ones', async () => {
    const { email, visitor, recoveryCodes } = await withCodes();
    const made = await visitor.send<{ recoveryCodes: string[] }>(
      'POST',
      '/v1/account/factors/recovery-codes',
    );
    expect(made.body.recoveryCodes).toHaveLength(10);
    expect((await use(email, recoveryCodes[3])).body.code).toBe('code_wrong');
    expect((await use(email, made.body.recoveryCodes[3])).status).toBe(201);
  });

  it('stand in for a second factor, and so are not made without one', async () => {
    const { visitor } = await newcomer(context, 'retailer', ['owner']);
    const answer = await visitor.send('POST', '/v1/account/factors/recovery-codes');
    expect([answer.status, answer.body.code]).toEqual([409, 'wrong_state']);
  });

  it('are kept as hashes, shown once, and their use is told by mail and in the log', async () => {
    const { email, personId, organisationId, recoveryCodes } = await withCodes();
    await use(email, recoveryCodes[0]);
    await context.drain();
    const everything = JSON.stringify(
      await context.peek(
        `select (select string_agg(c::text, '') from recovery_code c) as a, (select string_agg(e::text, '') from audit_entry e) as b,
                (select string_agg(m::text, '') from message m) as c, (select string_agg(o::text, '') from outbox_message o) as d,
                (select string_agg(i::text, '') from idempotency_record i) as e`,
      ),
    );
    for (const code of recoveryCodes) {
      expect(everything).not.toContain(code);
      expect(everything).not.toContain(code.replaceAll('-', ''));
    }
    const actions = await context.peek<{ action: string; person_id: string }>(
      `select action, person_id from audit_entry where organisation_id = $1 and action like 'person.%' order by seq`,
      [organisationId],
    );
    expect(actions).toEqual([
      { action: 'person.totp_added', person_id: personId },
      { action: 'person.recovery_code_used', person_id: personId },
    ]);
    const mails = await context.peek<{ subject: string }>(
      'select subject from message where person_id = $1 and sent_at is not null order by id',
      [personId],
    );
    expect(mails.map(({ subject }) => subject)).toEqual([
      'An authenticator app was added to your account',
      'A recovery code was used',
    ]);
  });
});
