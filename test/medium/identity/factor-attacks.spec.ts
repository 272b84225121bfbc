import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationKind } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { addPasskey, passwordStep, setUpTotp } from './factors.js';
import { type Account, newcomer, type Visitor } from './visitor.js';

const secretTables = ['totp_factor', 'passkey', 'recovery_code', 'sign_in_challenge', 'password_reset'];

/** Statements that a mistake in the api could let through, sent as its role: the database stands behind the services. */
describe('second factors in the database', () => {
  let context: TestContext;
  let victim: Account & { visitor: Visitor };
  let self: { kind: OrganisationKind; organisationId: string; personId: string };
  beforeAll(async () => {
    context = await openTestContext();
    victim = await newcomer(context, 'retailer', ['owner']);
    await setUpTotp(victim.visitor);
    await addPasskey(victim.visitor);
    await passwordStep(context, victim.email);
    await victim.visitor.send('POST', '/v1/public/password-resets', { body: { email: victim.email } });
    self = { kind: 'retailer', organisationId: victim.organisationId, personId: victim.personId };
  });
  afterAll(() => context.close());

  const system = { kind: 'system' as OrganisationKind, organisationId: '', personId: '' };
  const refuses = async (actor: typeof self, sql: string, code: string): Promise<void> => {
    await expect(context.asApp(actor, sql)).rejects.toMatchObject({ code });
  };

  it.each(secretTables)('show %s to no one who acts, be it their own', async (table) => {
    expect(await context.peek(`select 1 from ${table}`)).not.toEqual([]);
    expect(await context.asApp(self, `select 1 from ${table}`)).toEqual([]);
    expect(await context.asApp(null, `select 1 from ${table}`)).toEqual([]);
    expect(await context.asApp(self, `delete from ${table} returning 1`)).toEqual([]);
    expect(await context.peek(`select 1 from ${table}`)).not.toEqual([]);
  });

  it.each([
    `insert into totp_factor (person_id, secret, confirmed_at) select person_id, secret, now() from totp_factor`,
    `insert into totp_factor (person_id, secret) values (current_person(), decode(repeat('00', 49), 'hex'))`,
    `insert into recovery_code (person_id, code_hash) values (current_person(), decode(repeat('00', 32), 'hex'))`,
    `insert into passkey (id, person_id, credential_id, public_key, name) values (gen_random_uuid(), current_person(), '\\x00', '\\x00', 'x')`,
    `insert into password_reset (id, person_id, token_hash, expires_at) values (gen_random_uuid(), current_person(), '\\x00', now())`,
  ])('are not made by whoever acts: %s', async (sql) => {
    if (sql.includes('select person_id')) {
      // Nothing to be seen, nothing to be copied.
      await context.asApp(self, sql);
      expect(await context.peek('select 1 from totp_factor')).toHaveLength(1);
    } else {
      await refuses(self, sql, '42501');
    }
  });

  it.each([
    `update session set proved_at = clock_timestamp() + interval '1 year'`,
    `update session set factor_proved_at = clock_timestamp()`,
    `update session set token_hash = '\\x00'`,
    `update session set person_id = gen_random_uuid()`,
  ])('are not vouched for by a session itself: %s', async (sql) => {
    const before = await context.peek('select * from session order by id');
    await refuses(self, sql, 'WW403');
    expect(await context.peek('select * from session order by id')).toEqual(before);
  });

  it.each([
    'update totp_factor set last_step = last_step - 1',
    'update passkey set counter = -1',
    `update passkey set public_key = '\\x00'`,
    'update passkey set person_id = gen_random_uuid()',
  ])('never run back, not even for the system: %s', async (sql) => {
    await refuses(system, sql, 'WW409');
  });

  it('stay used up', async () => {
    for (const table of ['recovery_code', 'password_reset']) {
      await context.asApp(system, `update ${table} set used_at = weftway_now()`);
      await refuses(system, `update ${table} set used_at = null`, 'WW409');
      await refuses(system, `update ${table} set used_at = used_at + interval '1 day'`, 'WW409');
    }
  });

  it('are of the form that they must be', async () => {
    await refuses(system, `update totp_factor set secret = '\\x00'`, '23514');
    await refuses(system, `update passkey set name = ''`, '23514');
    await refuses(
      system,
      `insert into sign_in_challenge (id, purpose, token_hash, expires_at) values (gen_random_uuid(), 'second_step', '\\x01', now())`,
      '23514',
    );
    await refuses(
      system,
      `update sign_in_challenge set challenge = 'x' where purpose = 'second_step'`,
      '23514',
    );
  });
});
