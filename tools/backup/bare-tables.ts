import type pg from 'pg';

/** What was taken off the tables, to be put back. */
export interface Stripped {
  foreignKeys: { table: string; name: string; definition: string }[];
  indexes: string[];
  triggers: { table: string; name: string; enabled: string }[];
}

const inPublic = `c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;

/**
 * Makes the tables ready for rows that were right where they come from: no foreign keys, so that the order does not matter, no
 * indexes but those that keep rows unique, and no triggers, which would refuse or repeat what happened long ago. Needs to own the
 * tables and nothing more: no superuser, no `session_replication_role`.
 */
export async function strip(client: pg.ClientBase): Promise<Stripped> {
  // What migrations inserted may have left checks for the end of the transaction; a table with such cannot be altered.
  await client.query('set constraints all immediate');
  const { rows: foreignKeys } = await client.query<Stripped['foreignKeys'][number]>(
    `select c.oid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid where ${inPublic} and k.contype = 'f' order by 1, 2`,
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i join pg_class c on c.oid = i.indrelid
      where ${inPublic} and not i.indisunique and not i.indisexclusion order by 1`,
  );
  const { rows: triggers } = await client.query<Stripped['triggers'][number]>(
    `select c.oid::regclass::text as table, quote_ident(t.tgname) as name, t.tgenabled as enabled
       from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where ${inPublic} and not t.tgisinternal and t.tgenabled <> 'D' order by 1, 2`,
  );
  for (const { table, name } of foreignKeys) {
    await client.query(`alter table ${table} drop constraint ${name}`);
  }
  for (const { name } of indexes) {
    await client.query(`drop index ${name}`);
  }
  for (const { table, name } of triggers) {
    await client.query(`alter table ${table} disable trigger ${name}`);
  }
  return { foreignKeys, indexes: indexes.map((index) => index.definition), triggers };
}

const enabling: Record<string, string> = { O: 'enable', A: 'enable always', R: 'enable replica' };

/** Puts everything back; a foreign key is checked against every row by that. */
export async function dress(client: pg.ClientBase, stripped: Stripped): Promise<void> {
  for (const definition of stripped.indexes) {
    await client.query(definition);
  }
  for (const { table, name, definition } of stripped.foreignKeys) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  }
  for (const { table, name, enabled } of stripped.triggers) {
    await client.query(`alter table ${table} ${enabling[enabled] ?? 'enable'} trigger ${name}`);
  }
}
