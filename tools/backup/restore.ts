import type pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { DataSource, MigrationExecutor } from 'typeorm';
import type { FileStorage } from '#platform';
import { migrations } from '../../migrations/index.js';
import { readArchive } from './archive.js';
import { BackupError } from './backup-error.js';
import { dress, strip } from './bare-tables.js';
import { checkArchive, type CheckedArchive } from './check-archive.js';
import { storageKeyOf, tableOf } from './manifest.js';
import { migrationsOf, plainText, tablesOf } from './schema.js';
import { sha256Of, type Verified, verify } from './verify.js';

export interface RestoreOptions {
  file: string;
  /** An empty database as the role that will own its schema. */
  ownerUrl: string;
  storage: FileStorage;
  say?: (words: string) => void;
}

export interface RestoreReport extends Verified {
  takenAt: string;
  seal: string;
  /** Stored files that were missing or altered when the backup was made. */
  lacking: string[];
}

/**
 * Brings an archive into an empty database and its files into the storage, at the version of the schema that they had. Everything
 * in the database is one transaction, from the first migration to the last check: after a failure it is as empty as before,
 * and files that were added are taken away again.
 * @throws BackupError when the archive, the database or the storage does not fit, or when a check fails
 */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const say = options.say ?? (() => undefined);
  say('checking the archive …');
  const archive = await checkArchive(
    options.file,
    migrations.map((migration) => migration.name),
  );
  const source = new DataSource({
    type: 'postgres',
    url: options.ownerUrl,
    applicationName: 'restore',
    migrations: migrations.filter((migration) => archive.head.migrations.includes(migration.name)),
    migrationsTableName: 'migration',
    entities: [],
  });
  await source.initialize();
  const added: string[] = [];
  try {
    const runner = source.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient;
    await runner.startTransaction();
    try {
      await client.query(`${plainText}; set local row_security = off`);
      await assertEmpty(client);
      say(`making the schema of ${archive.head.migrations.length} migrations …`);
      const executor = new MigrationExecutor(source, runner);
      executor.transaction = 'none';
      await executor.executePendingMigrations();
      await client.query('grant select on migration to weftway_app');
      // A migration may have set what it needs; values are read as they were written.
      await client.query(`${plainText}; set local row_security = off`);
      await assertSameSchema(client, archive);
      say('loading rows and files …');
      const stripped = await strip(client);
      const tables = archive.head.tables.map((table) => `public.${table.name}`);
      await client.query(`truncate ${tables.join(', ')}`);
      await load(client, archive, options, added);
      for (const { name, value } of archive.contents.sequences) {
        await client.query('select setval($1::regclass, $2)', [`public.${name}`, value]);
      }
      say('indexes and foreign keys …');
      await dress(client, stripped);
      say('verifying rows, audit chains and files …');
      const verified = await verify(client, options.storage, archive.contents);
      await runner.commitTransaction();
      await client.query('analyze');
      const { takenAt } = archive.head;
      return { ...verified, takenAt, seal: archive.seal, lacking: archive.contents.lacking };
    } catch (error) {
      // The connection may be what failed; then the server rolls back by itself.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  } catch (error) {
    await Promise.all(added.map((key) => options.storage.remove(key)));
    throw error;
  } finally {
    await source.destroy();
  }
}

async function assertEmpty(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'bullmq') and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by 1`);
  if (rows.length > 0) {
    throw new BackupError(
      `The database is not empty: it has ${rows.length} tables, the first ${rows[0]?.name}. A restore goes into an empty one.`,
    );
  }
  const { rowCount } = await client.query(`select from pg_roles where rolname = 'weftway_app'`);
  if (!rowCount) {
    throw new BackupError('The role weftway_app is missing on this server: make it first.');
  }
}

async function assertSameSchema(client: pg.ClientBase, { head }: CheckedArchive): Promise<void> {
  const here = (await tablesOf(client)).map((table) => `${table.name} (${table.columns.join(', ')})`);
  const there = head.tables.map((table) => `${table.name} (${table.columns.join(', ')})`);
  const differing = [
    ...there.filter((table) => !here.includes(table)),
    ...here.filter((table) => !there.includes(table)),
  ];
  if (differing.length > 0 || (await migrationsOf(client)).length !== head.migrations.length) {
    throw new BackupError(`The migrations make other tables than the backup has: ${differing.join('; ')}.`);
  }
}

async function load(
  client: pg.ClientBase,
  { head }: CheckedArchive,
  options: RestoreOptions,
  added: string[],
): Promise<void> {
  const columns = new Map(head.tables.map((table) => [table.name, table.columns]));
  let open: { table: string; into: ReturnType<typeof copyStreams.from>; done: Promise<void> } | null = null;
  const close = async (): Promise<void> => {
    open?.into.end();
    await open?.done;
    open = null;
  };
  for await (const { name, content } of readArchive(options.file)) {
    const table = tableOf(name);
    if (open && open.table !== table) {
      await close();
    }
    if (table !== null) {
      open ??= copyIn(client, table, columns.get(table) ?? []);
      // An error of the server ends `done`; without room the next piece waits.
      if (!open.into.write(content)) {
        await Promise.race([new Promise<void>((resolve) => open?.into.once('drain', resolve)), open.done]);
      }
    }
    const storageKey = storageKeyOf(name);
    if (storageKey !== null) {
      await putFile(options.storage, storageKey, content, added);
    }
  }
  await close();
}

function copyIn(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
): { table: string; into: ReturnType<typeof copyStreams.from>; done: Promise<void> } {
  const named = columns.map((column) => `"${column}"`).join(', ');
  const into = client.query(copyStreams.from(`copy public."${table}" (${named}) from stdin`));
  const done = new Promise<void>((resolve, reject) => {
    into.once('finish', resolve).once('error', reject);
  });
  // Who writes is told of it.
  done.catch(() => undefined);
  return { table, into, done };
}

/** A file that is there already is left as it is when it is the same, and never written over. */
async function putFile(storage: FileStorage, key: string, content: Buffer, added: string[]): Promise<void> {
  if (await storage.exists(key)) {
    const [there, here] = [sha256Of(await storage.get(key)), sha256Of(content)];
    if (there !== here) {
      throw new BackupError(`The storage has another file at ${key}. Restore into an empty DATA_DIR.`);
    }
    return;
  }
  added.push(key);
  await storage.put(key, content);
}
