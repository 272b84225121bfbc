import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { OrganisationKind } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { fillEveryTable } from './full-house.js';

/** Tables without row policies, and why that is right. */
const open: Readonly<Record<string, string>> = {
  clock: 'one row, the same for all; nobody but the owner may change it',
  currency: 'ISO 4217, the same for all',
  migration: 'names of migrations, read by the readiness check',
};
/** Tables whose rows are for everyone's eyes, and what makes a row so. */
const shown: Readonly<Record<string, string>> = {
  scheme: 'true',
  criterion: 'true',
  craft: 'true',
  exchange_rate: 'true',
  organisation: `kind in ('cooperative', 'assurance') and state = 'admitted'`,
  cooperative_profile: 'published',
  cooperative_craft:
    'exists (select from cooperative_profile p where p.cooperative_id = cooperative_craft.cooperative_id and p.published)',
  product: 'published',
  stored_file: `purpose = 'photo'`,
};

/** What an assurance body may see beyond that: whom it is asked to judge, shown or not. */
const shownToAssurance: Readonly<Record<string, string>> = {
  ...shown,
  cooperative_profile: 'true',
  cooperative_craft: 'true',
};

interface Table {
  name: string;
  secured: boolean;
  forced: boolean;
  owner: string;
  policies: number;
}

describe('row-level security', () => {
  let context: TestContext;
  let tables: Table[];
  beforeAll(async () => {
    context = await openTestContext();
    await fillEveryTable(context);
    tables = await context.peek<Table>(
      `select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
              (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    );
  });
  afterAll(() => context.close());

  const count = async (rows: Promise<{ n: number }[]>): Promise<number> => (await rows)[0]?.n ?? 0;
  const refusedBy = async (code: string, sql: string): Promise<void> => {
    const system = { kind: 'platform' as OrganisationKind, organisationId: uuidv7(), personId: uuidv7() };
    for (const actor of [null, system]) {
      await expect(context.asApp(actor, sql)).rejects.toMatchObject({ code });
    }
  };

  it('is on for every table, with a policy, but for a short list with reasons', () => {
    expect(tables.length).toBeGreaterThan(40);
    const without = tables
      .filter((table) => !table.secured || table.policies === 0)
      .map((table) => table.name);
    expect(without).toEqual(Object.keys(open));
  });

  it('binds the serving role, which owns nothing and has no way around', async () => {
    // Not forced upon the owner: its functions that answer for one secret alone rest on that.
    expect(tables.filter((table) => table.owner !== 'weftway_owner').map((table) => table.name)).toEqual([]);
    const [role] = await context.peek(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
              pg_has_role('weftway_app', 'weftway_owner', 'member') as owns,
              (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
              has_schema_privilege('weftway_app', 'public', 'create') as creates,
              (select count(*)::int from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as relations
         from pg_roles r where rolname = 'weftway_app'`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      owns: false,
      memberships: 0,
      creates: false,
      relations: 0,
    });
  });

  it('leaves each function that acts as the owner a fixed search path, and not for everyone', async () => {
    const loose = await context.peek<{ name: string }>(
      `select proname as name from pg_proc
        where pronamespace = 'public'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype
          and (proconfig is null or not exists (select from unnest(proconfig) c where c like 'search_path=%'))`,
    );
    expect(loose).toEqual([]);
  });

  it('has rows in every table to hide, or this proves nothing', async () => {
    const empty: string[] = [];
    for (const { name } of tables) {
      if ((await count(context.peek(`select count(*)::int as n from "${name}"`))) === 0) {
        empty.push(name);
      }
    }
    expect(empty).toEqual([]);
  });

  it('shows nothing to whoever has set no actor, but for what is shown to all', async () => {
    const seen: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const { name } of tables.filter((table) => !(table.name in open))) {
      const rule = shown[name];
      seen[name] = await count(context.asApp(null, `select count(*)::int as n from "${name}"`));
      expected[name] =
        rule === undefined
          ? 0
          : await count(context.peek(`select count(*)::int as n from "${name}" where ${rule}`));
    }
    expect(seen).toEqual(expected);
  });

  it.each(['retailer', 'cooperative', 'assurance'] as const)(
    'shows a strange %s no more than that',
    async (kind) => {
      const organisationId = await context.organisation(kind);
      const stranger = await context.member(organisationId, kind, [
        { retailer: 'owner', cooperative: 'manager', assurance: 'lead' }[kind],
      ]);
      const more: string[] = [];
      for (const { name } of tables.filter((table) => !(table.name in open))) {
        const own = name === 'organisation' ? ` or id = '${organisationId}'` : '';
        const rule =
          name === 'person'
            ? `id = '${stranger.personId}'`
            : name === 'member'
              ? `person_id = '${stranger.personId}'`
              : `(${(kind === 'assurance' ? shownToAssurance : shown)[name] ?? 'false'})${own}`;
        const seen = await count(context.asApp(stranger, `select count(*)::int as n from "${name}"`));
        const allowed = await count(context.peek(`select count(*)::int as n from "${name}" where ${rule}`));
        if (seen !== allowed) {
          more.push(`${name}: ${seen} in place of ${allowed}`);
        }
      }
      expect(more).toEqual([]);
    },
  );

  it('lets nobody without an actor write anywhere but into the outbox', async () => {
    const written: string[] = [];
    for (const { name } of tables.filter((table) => !(table.name in open))) {
      const [column] = await context.peek<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum limit 1`,
        [name],
      );
      for (const sql of [
        `delete from "${name}" returning 1`,
        `update "${name}" set "${column?.name}" = "${column?.name}" returning 1`,
      ]) {
        const rows = await context.asApp(null, sql).catch((error: { code: string }) => {
          expect([name, error.code]).toEqual([name, '42501']);
          return [];
        });
        written.push(...rows.map(() => `${name} by ${sql}`));
      }
    }
    expect(written).toEqual([]);
  });

  it('keeps audit entries from being changed, deleted or written by hand', async () => {
    const before = await context.peek('select * from audit_entry order by organisation_id, seq');
    await refusedBy('42501', `update audit_entry set action = 'test.other'`);
    await refusedBy('42501', 'delete from audit_entry');
    await refusedBy('42501', 'insert into audit_entry select * from audit_entry');
    await refusedBy('42501', 'update audit_chain set seq = 0');
    await refusedBy('42501', 'delete from audit_chain');
    await refusedBy('42501', 'truncate audit_entry');
    // And the owner is stopped by the trigger.
    await expect(context.peek('delete from audit_entry')).rejects.toMatchObject({ code: 'WW409' });
    expect(await context.peek('select * from audit_entry order by organisation_id, seq')).toEqual(before);
  });

  it('keeps an actor from writing into the log of another organisation', async () => {
    const [other] = await context.peek<{ id: string }>(
      'select organisation_id as id from audit_chain limit 1',
    );
    const entries = JSON.stringify([
      { organisation: other?.id, action: 'test.forged', subjectType: 'test', subjectId: uuidv7() },
    ]);
    const before = await context.peek('select count(*) from audit_entry');
    await refusedBy('WW403', `select append_audit('${entries}', null, 'test')`);
    expect(await context.peek('select count(*) from audit_entry')).toEqual(before);
  });

  it('cannot be switched off by the serving role, nor can its triggers', async () => {
    await refusedBy('42501', 'alter table audit_entry disable trigger all');
    await refusedBy('42501', 'alter table purchase_order disable trigger user');
    await refusedBy('42501', 'drop trigger audit_entry_is_final on audit_entry');
    await refusedBy('42501', 'set session_replication_role = replica');
    await refusedBy('42501', 'alter table audit_entry disable row level security');
    await refusedBy('42501', 'drop policy audit_entry_own on audit_entry');
    await refusedBy('42501', 'set role weftway_owner');
    await refusedBy('42501', `alter role weftway_app bypassrls`);
    await refusedBy('42501', `update clock set ahead = interval '1 day'`);
    await refusedBy('42501', 'create table public.mine (id int)');
    await refusedBy(
      '42501',
      `create or replace function public.current_kind() returns text language sql as $$ select 'system' $$`,
    );
  });
});
