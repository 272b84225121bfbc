import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../support/context.js';
import { fillEveryTable } from '../medium/platform/full-house.js';

/** Columns that say whose a row is. */
const owners = ['organisation_id', 'buyer_id', 'cooperative_id', 'assurance_id', 'person_id'];
/** Whose rows are for everyone's eyes, and which: test/medium/platform/row-security.spec.ts holds each table to its rule. */
const shown: Readonly<Record<string, string>> = {
  cooperative_profile: 'published',
  cooperative_craft: 'true',
  product: 'published',
  stored_file: `purpose = 'photo'`,
  shown_product: 'true',
  shown_cooperative: 'true',
  public_certificate: 'true',
};
const chief = { retailer: 'owner', cooperative: 'manager', assurance: 'lead' } as const;
/** What anyone may write into, and why that is no way in. */
const writable: Readonly<Record<string, string>> = {
  outbox_message:
    'whoever does something promises what follows, also who applies without an account; handlers reload by id',
};
/** What PostgreSQL says to a write that is not granted or that a policy refuses; everything else would be a way in. */
const refusals = ['42501', 'WW403', 'WW404', 'WW409'];

interface Relation {
  name: string;
  table: boolean;
  columns: string[];
  owners: string[];
}

describe('the database itself, asked as weftway_app for what is another’s', () => {
  let context: TestContext;
  let relations: Relation[];
  const strangers: (readonly [string, PersonActor | null])[] = [['nobody', null]];

  beforeAll(async () => {
    context = await openTestContext();
    await fillEveryTable(context);
    relations = await context.peek<Relation>(
      `select c.relname as name, c.relkind in ('r', 'p') as table, array_agg(a.attname::text order by a.attnum) as columns,
              array_agg(a.attname::text order by a.attnum) filter (where a.attname = any($1)) as owners
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        group by c.relname, c.relkind
       having count(*) filter (where a.attname = any($1)) > 0 order by 1`,
      [owners],
    );
    for (const kind of Object.keys(chief) as (keyof typeof chief)[]) {
      const organisationId = await context.organisation(kind);
      strangers.push([kind, await context.member(organisationId, kind, [chief[kind]])]);
    }
  });
  afterAll(() => context.close());

  /** Rows of others, by each column that says whose they are. */
  const others = (relation: Relation, actor: PersonActor | null): string => {
    const own = [actor?.organisationId, actor?.personId].filter((id) => id !== undefined);
    const isOwn = relation.owners.map(
      (column) => `coalesce(${column}::text = any('{${own.join(',')}}'), false)`,
    );
    return `not (${isOwn.join(' or ')}) and not (${shown[relation.name] ?? 'false'})`;
  };

  it('knows whose a row is in more than thirty tables, each with rows of victims', async () => {
    expect(relations.length).toBeGreaterThan(30);
    const empty: string[] = [];
    for (const { name } of relations.filter((one) => one.table)) {
      const rows = await context.peek(`select from "${name}" limit 1`);
      if (rows.length === 0) {
        empty.push(name);
      }
    }
    expect(empty).toEqual([]);
  });

  it('shows none of them: by all, by each owner, by count, by order, by a join', async () => {
    const seen: string[] = [];
    let asked = 0;
    for (const [who, actor] of strangers) {
      for (const relation of relations) {
        // Whom an assurance body may be asked to judge it may look at, shown or not.
        const looksAt = who === 'assurance' && relation.name === 'cooperative_profile';
        const rule = looksAt ? 'false' : others(relation, actor);
        const [first = 'organisation_id'] = relation.owners;
        for (const sql of [
          `select * from "${relation.name}" where ${rule}`,
          `select 1 from "${relation.name}" where ${rule} order by ${first} limit 1`,
          `select 1 from (select count(*) as n from "${relation.name}" where ${rule}) c where n > 0`,
          `select 1 from organisation o join "${relation.name}" t on t.${first} = o.id where ${rule.replaceAll(/\b(organisation_id|buyer_id|cooperative_id|assurance_id|person_id|published|purpose)\b/g, 't.$1')}`,
        ]) {
          asked += 1;
          // A table that the serving role cannot read at all shows nothing either.
          const rows = await context.asApp<object>(actor, sql).catch((error: { code: string }) => {
            expect([relation.name, error.code]).toEqual([relation.name, '42501']);
            return [];
          });
          if (rows.length > 0) {
            seen.push(`${who} sees ${rows.length} of ${relation.name} by ${sql}`);
          }
        }
      }
    }
    expect(seen).toEqual([]);
    expect(asked).toBeGreaterThan(400);
  });

  it('lets a stranger change or remove none of them', async () => {
    const done: string[] = [];
    for (const [who, actor] of strangers) {
      for (const relation of relations.filter((one) => one.table)) {
        const [first = 'organisation_id'] = relation.owners;
        const victims = await context.peek<{ owner: string }>(
          `select distinct ${first}::text as owner from "${relation.name}" where ${others(relation, actor)} limit 3`,
        );
        for (const { owner } of victims) {
          for (const sql of [
            `update "${relation.name}" set ${first} = ${first} where ${first}::text = '${owner}' and ${others(relation, actor)} returning 1`,
            `delete from "${relation.name}" where ${first}::text = '${owner}' and ${others(relation, actor)} returning 1`,
          ]) {
            const rows = await context.asApp<object>(actor, sql).catch((error: { code: string }) => {
              expect([sql, refusals.includes(error.code)]).toEqual([sql, true]);
              return [];
            });
            if (rows.length > 0) {
              done.push(`${who} by ${sql}`);
            }
          }
        }
      }
    }
    expect(done).toEqual([]);
  });

  it('lets a stranger write none in another’s name', async () => {
    const written: string[] = [];
    let tried = 0;
    for (const [who, actor] of strangers) {
      for (const relation of relations.filter((one) => one.table && !(one.name in writable))) {
        const [victim] = await context.peek<{ row: Record<string, unknown> }>(
          `select to_jsonb(t) as row from "${relation.name}" t where ${others(relation, actor)} limit 1`,
        );
        if (!victim) {
          continue;
        }
        tried += 1;
        // The victim's own row, under a new id where it has one: whatever a policy lets pass, a key or a rule stops.
        const row = JSON.stringify(victim.row).replaceAll("'", "''");
        const columns = relation.columns.map((column) => `"${column}"`).join(', ');
        const values = relation.columns
          .map((column) => (column === 'id' ? 'gen_random_uuid()' : `r."${column}"`))
          .join(', ');
        const sql = `insert into "${relation.name}" (${columns})
          select ${values} from jsonb_populate_record(null::"${relation.name}", '${row}') r`;
        const error = await context.asApp<object>(actor, sql).then(
          () => null,
          (refused: { code: string }) => refused,
        );
        if (!error || !refusals.includes(error.code)) {
          written.push(`${who} into ${relation.name}: ${error ? error.code : 'written'}`);
        }
      }
    }
    expect(written).toEqual([]);
    expect(tried).toBeGreaterThan(80);
  });
});
