import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';

const page = readFileSync('docs/scaling.md', 'utf8');
const citus = page.slice(page.indexOf('## Beyond one PostgreSQL'));

const named = (text: string): string[] => [...text.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);

/** What the page says of each table. */
const reference = new Set(
  named(/create_reference_table\(t\) from unnest\(array\[(.*?)\]/s.exec(citus)?.[1] ?? ''),
);
const local = new Set(
  [...(/stay on the coordinator: (.*?)\.\n/s.exec(citus)?.[1] ?? '').matchAll(/`(\w+)`/g)].map(
    ([, name = '']) => name,
  ),
);
/** Column and root of each distributed table: what lies with the same root lies on the same node. */
const distributed = new Map<string, { column: string; root: string }>();
for (const [, table = '', column = '', beside = ''] of citus.matchAll(
  /select create_distributed_table\('(\w+)', '(\w+)', colocate_with => '(\w+)'\);/g,
)) {
  distributed.set(table, { column, root: beside === 'none' ? table : beside });
}
/** What is dropped, each with its reason in the line above. */
const dropped = [
  ...citus.matchAll(/^-- (.{10,})\n(?:alter table \w+ drop constraint (\w+)|drop index (\w+));$/gm),
].map(([, , constraint, index]) => constraint ?? index ?? '');

interface ForeignKey {
  name: string;
  table: string;
  columns: string[];
  target: string;
  targetColumns: string[];
}

interface UniqueKey {
  name: string;
  table: string;
  columns: string[];
  primary: boolean;
}

const columnsOf = (numbers: string, table: string): string =>
  `array(select a.attname::text from unnest(${numbers}) with ordinality as n(number, at)
           join pg_attribute a on a.attrelid = ${table} and a.attnum = n.number order by n.at)`;

/** Whether a foreign key can be kept: to a table that is everywhere, or with the distribution column on both sides. */
function keeps(key: ForeignKey): boolean {
  const from = distributed.get(key.table);
  const to = distributed.get(key.target);
  if (!from) {
    return !to;
  }
  if (reference.has(key.target)) {
    return true;
  }
  const at = key.columns.indexOf(from.column);
  return to !== undefined && to.root === from.root && at >= 0 && key.targetColumns[at] === to.column;
}

describe('distribution by aggregate root', () => {
  let context: TestContext;
  let foreign: ForeignKey[];
  let unique: UniqueKey[];
  beforeAll(async () => {
    context = await openTestContext();
    foreign = await context.peek<ForeignKey>(
      `select conname as name, conrelid::regclass::text as "table", confrelid::regclass::text as target,
              ${columnsOf('conkey', 'conrelid')} as columns, ${columnsOf('confkey', 'confrelid')} as "targetColumns"
         from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    );
    unique = await context.peek<UniqueKey>(
      `select indexrelid::regclass::text as name, indrelid::regclass::text as "table", indisprimary as primary,
              ${columnsOf('indkey::int2[]', 'indrelid')} as columns
         from pg_index join pg_class c on c.oid = indrelid
        where (indisunique or indisexclusion) and c.relnamespace = 'public'::regnamespace`,
    );
  });
  afterAll(() => context.close());

  it('says of every table where it lies, once', async () => {
    const tables = await context.peek<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
    );
    expect([...reference, ...local, ...distributed.keys()].sort()).toEqual(tables.map(({ name }) => name));
  });

  it('has the distribution column in the primary key of every distributed table, the same in what lies beside it', () => {
    const wrong = unique.filter(
      ({ primary, table, columns }) =>
        primary && distributed.has(table) && !columns.includes(distributed.get(table)?.column ?? ''),
    );
    expect(wrong).toEqual([]);
    expect([...distributed.values()].filter(({ root }) => distributed.get(root)?.root !== root)).toEqual([]);
    expect(distributed.size).toBeGreaterThan(25);
  });

  it('drops with a reason just the foreign and unique keys that cannot be kept', () => {
    const cannot = [
      ...foreign.filter((key) => !keeps(key)),
      ...unique.filter(
        ({ table, columns }) =>
          distributed.has(table) && !columns.includes(distributed.get(table)?.column ?? ''),
      ),
    ];
    expect([...dropped].sort()).toEqual(cannot.map(({ name }) => name).sort());
    // Most keys hold as they are.
    expect(foreign.filter(keeps).length).toBeGreaterThan(foreign.length / 2);
  });

  it('would find a table whose children lack the id of their root', () => {
    expect(
      keeps({
        name: '',
        table: 'quote_line',
        columns: ['revision'],
        target: 'quote_revision',
        targetColumns: ['revision'],
      }),
    ).toBe(false);
    expect(
      keeps({ name: '', table: 'scheme', columns: ['id'], target: 'request', targetColumns: ['id'] }),
    ).toBe(false);
  });
});
