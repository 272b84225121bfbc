import pg from 'pg';
import { referenceTables } from './reference-tables.js';

interface Column {
  name: string;
  type: string;
  /** Whether all that stands in it are organisations and people. */
  who: boolean;
}

interface Shape {
  table: string;
  rows: number;
  columns: Column[];
  /** The columns of each unique index. */
  unique: string[][];
  /** Whether one of them is looked at late: then PostgreSQL cannot leave out what is there already. */
  late: boolean;
}

/** A table smaller than this is read whole for good reasons, and says nothing about a large one. */
export const leastRows = 3_000;

/** What the worker would take up again, were it not marked as done. */
const settled: Record<string, string> = {
  'outbox_message.relayed_at': 'coalesce(relayed_at, clock_timestamp())',
  'outbox_delivery.done_at': 'coalesce(done_at, clock_timestamp())',
};

/**
 * Lets a database of demonstration data grow by copies of its rows under other ids. Every second copy belongs to the same organisations
 * and people, so that lists of one organisation grow; the others to new ones, so that organisations and people do. As a
 * replica would write them: rules were kept by whoever wrote them first. What a unique index does not allow twice is left out.
 * @returns the rows of each table that grows
 */
export async function multiply(
  client: pg.Client,
  wanted: number,
  say: (words: string) => void,
): Promise<Map<string, number>> {
  const shapes = await shapesOf(client);
  const present = shapes.reduce((sum, shape) => sum + shape.rows, 0);
  if (present < wanted) {
    const copies = Math.ceil(wanted / present);
    await client.query('set session_replication_role = replica');
    for (const shape of shapes) {
      const times = Math.max(copies, Math.ceil(leastRows / Math.max(1, shape.rows)));
      say(`${shape.table}: ${shape.rows} rows, ${times} times`);
      for (const kept of [true, false]) {
        await client.query(statementFor(shape, kept), [times]);
      }
    }
    await client.query('set session_replication_role = origin');
    await client.query('vacuum (analyze)');
  }
  const counted = await shapesOf(client);
  return new Map(counted.map((shape) => [shape.table, shape.rows]));
}

/** Copies number 1 to $1: the odd ones stay with their organisations, the even ones go to new ones. */
function statementFor(shape: Shape, kept: boolean): string {
  const moves = (column: Column): boolean => column.type === 'uuid' && !(kept && column.who);
  const vary = new Set<string>();
  for (const index of shape.unique) {
    const columns = index.flatMap((name) => shape.columns.find((column) => column.name === name) ?? []);
    const varied = columns.filter((column) => variation(column, 'k') !== null).at(-1);
    if (!columns.some(moves) && varied) {
      vary.add(varied.name);
    }
  }
  const values = shape.columns.map((column) => {
    const name = `s.${pg.escapeIdentifier(column.name)}`;
    const done = settled[`${shape.table}.${column.name}`];
    if (done) {
      return done;
    }
    if (moves(column)) {
      // The same number of a copy for the same id everywhere, so that what belonged together still does.
      return `overlay(${name}::text placing lpad(to_hex(k), 4, '0') from 25 for 4)::uuid`;
    }
    return vary.has(column.name) ? (variation(column, 'k') ?? name) : name;
  });
  const names = shape.columns.map((column) => pg.escapeIdentifier(column.name)).join(', ');
  return `insert into public.${pg.escapeIdentifier(shape.table)} (${names})
          select ${values.join(', ')} from (select * from public.${pg.escapeIdentifier(shape.table)} limit ${shape.rows}) s,
                 generate_series(${kept ? 1 : 2}, $1::int, 2) k
          ${shape.late ? '' : 'on conflict do nothing'}`;
}

/** SQL: another value of the same kind, or null where there is none to make up. */
function variation(column: Column, k: string): string | null {
  const name = `s.${pg.escapeIdentifier(column.name)}`;
  if (['text', 'citext', 'character varying'].includes(column.type)) {
    return `${name} || '-' || ${k}`;
  }
  if (column.type === 'bytea') {
    return `${name} || int4send(${k})`;
  }
  if (column.type === 'bigint' || column.type === 'integer') {
    return column.name === 'year' ? null : `${name} + ${k} * 100000`;
  }
  return column.type === 'date' ? `${name} - ${k}` : null;
}

async function shapesOf(client: pg.Client): Promise<Shape[]> {
  const { rows } = await client.query<Omit<Shape, 'rows'>>(`
    select c.relname as table,
           (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
              from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           (select coalesce(json_agg((select json_agg(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum = any(i.indkey))), '[]')
              from pg_index i where i.indrelid = c.oid and i.indisunique) as "unique",
           exists (select from pg_index i where i.indrelid = c.oid and not i.indimmediate) as late
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`);
  const shapes: Shape[] = [];
  for (const shape of rows.filter(({ table }) => !referenceTables.has(table))) {
    const counted = await client.query<{ count: string }>(`select count(*) from public."${shape.table}"`);
    for (const column of shape.columns) {
      column.who = column.type === 'uuid' && (await isWho(client, shape.table, column.name));
    }
    shapes.push({ ...shape, rows: Number(counted.rows[0]?.count) });
  }
  return shapes;
}

/** By what stands there: row policies go by columns that are no foreign keys. */
async function isWho(client: pg.Client, table: string, column: string): Promise<boolean> {
  const { rows } = await client.query<{ who: boolean }>(
    `select not exists (
       select from (select "${column}" as id from public."${table}" where "${column}" is not null limit 10000) v
        where not exists (select from organisation o where o.id = v.id) and not exists (select from person p where p.id = v.id)) as who`,
  );
  return rows[0]?.who ?? false;
}
