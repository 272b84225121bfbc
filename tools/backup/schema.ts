import type pg from 'pg';
import { BackupError } from './backup-error.js';

/** How values are written as text, the same on both sides whatever a server's settings are. */
export const plainText = `
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

export interface Table {
  name: string;
  owner: string;
  /** In their order, without those that the database computes. */
  columns: string[];
}

/** The tables of the schema but for the list of migrations, which running these writes anew. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name, pg_get_userbyid(c.relowner) as owner,
           (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
      from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by c.relname`);
  return rows;
}

/**
 * @returns the classes of the migrations that were run, oldest first
 * @throws BackupError when there is no Weftway in this database
 */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows: found } = await client.query(`select to_regclass('public.migration') as oid`);
  if (found[0]?.oid === null) {
    throw new BackupError('There is no Weftway in this database: no migration was ever run.');
  }
  const { rows } = await client.query<{ name: string }>(
    'select name from public.migration order by timestamp',
  );
  return rows.map((row) => row.name);
}

/** A file that a row speaks of. */
export interface FileReference {
  storageKey: string;
  sha256: string;
}

/** The tables that speak of stored files: those with a key and a hash. No list, so that none is forgotten. */
export async function tablesWithFiles(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and 2 = (select count(*) from pg_attribute a
                 where a.attrelid = c.oid and not a.attisdropped and a.attname in ('storage_key', 'sha256'))
     order by c.relname`);
  return rows.map((row) => row.name);
}

/** What rows say about files, some at a time, in order of key. */
export async function* fileReferences(client: pg.ClientBase): AsyncGenerator<FileReference> {
  const tables = await tablesWithFiles(client);
  if (tables.length === 0) {
    return;
  }
  const each = tables.map(
    (table) =>
      `select storage_key, sha256 from public.${table} where storage_key is not null and sha256 is not null`,
  );
  await client.query(
    `declare stored no scroll cursor for
     select distinct storage_key as "storageKey", sha256 from (${each.join(' union all ')}) s order by 1`,
  );
  for (;;) {
    const { rows } = await client.query<FileReference>('fetch 500 from stored');
    yield* rows;
    if (rows.length === 0) {
      await client.query('close stored');
      return;
    }
  }
}
