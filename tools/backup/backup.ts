import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import type { FileStorage } from '#platform';
import { projectRoot } from '../project-root.js';
import { ArchiveWriter, pieceBytes } from './archive.js';
import { BackupError } from './backup-error.js';
import { type Contents, names, newHead, toJson } from './manifest.js';
import { fileReferences, migrationsOf, plainText, type Table, tablesOf } from './schema.js';
import { sha256Of } from './verify.js';

export interface BackupOptions {
  /** The database as the role that owns its schema. */
  ownerUrl: string;
  storage: FileStorage;
  /** The archive, which must not be there, or a folder in which it gets a name by its moment. */
  target: string;
  /** Goes on when a stored file is missing or altered, and notes it; otherwise that ends the backup. */
  withoutBrokenFiles?: boolean;
  /** Told once the snapshot is taken: what is committed after it is not in the archive. */
  onSnapshot?: () => void;
}

export interface BackupReport {
  file: string;
  /** Of the archive, in bytes. */
  size: number;
  takenAt: string;
  rows: number;
  files: Contents['files'];
  lacking: string[];
  /** SHA-256 over all entries: noted elsewhere, it shows whether an archive is still the one that was made. */
  seal: string;
}

/**
 * Writes every row and every stored file as they were in one moment, while others go on working. All rows are read in one
 * transaction that sees nothing later; a file is on the disk before the row that speaks of it and is never written over, so
 * the files of those rows can be read after them.
 * @throws BackupError when rows cannot be read whole or a stored file is not what its row says
 */
export async function backUp(options: BackupOptions): Promise<BackupReport> {
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'backup' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    // Row policies that would hide rows from this role make an error instead of a backup with gaps.
    await client.query(`${plainText}; set local row_security = off`);
    const { rows } = await client.query<{ takenAt: string; postgres: string }>(
      `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "takenAt", version() as postgres`,
    );
    const { takenAt, postgres } = rows[0] ?? { takenAt: '', postgres: '' };
    const migrations = await migrationsOf(client);
    const tables = await tablesOf(client);
    await assertOneOwner(client, tables);
    options.onSnapshot?.();
    const file = await place(options.target, takenAt);
    const archive = new ArchiveWriter(file);
    try {
      const head = newHead({
        version: await applicationVersion(),
        takenAt,
        postgres,
        migrations,
        tables: tables.map(({ name, columns }) => ({ name, columns })),
      });
      await archive.add(names.head, toJson(head));
      const contents: Contents = {
        rows: {},
        sequences: await sequencesOf(client),
        files: { count: 0, bytes: 0 },
        lacking: [],
      };
      for (const table of tables) {
        contents.rows[table.name] = await copyOut(client, table, archive);
      }
      await addFiles(client, options, archive, contents);
      await archive.add(names.contents, toJson(contents));
      const seal = archive.sealed();
      await archive.add(names.seal, Buffer.from(seal));
      await archive.finish();
      return {
        file,
        size: (await stat(file)).size,
        takenAt,
        rows: Object.values(contents.rows).reduce((sum, count) => sum + count, 0),
        files: contents.files,
        lacking: contents.lacking,
        seal,
      };
    } catch (error) {
      await archive.abandon();
      throw error;
    }
  } finally {
    await client.end();
  }
}

async function place(target: string, takenAt: string): Promise<string> {
  const found = await stat(target).catch(() => null);
  const file = found?.isDirectory()
    ? path.join(target, `weftway-${takenAt.replace(/[:.]/g, '-')}.tar.gz`)
    : target;
  if (found && !found.isDirectory()) {
    throw new BackupError(`${target} is there already: a backup is never written over.`);
  }
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  return file;
}

/** A table of another owner is none that a migration made; it would be missing after a restore, so it is said before. */
async function assertOneOwner(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
  const { rows } = await client.query<{ owner: string }>(
    `select pg_get_userbyid(relowner) as owner from pg_class where oid = 'public.migration'::regclass`,
  );
  const owner = rows[0]?.owner ?? '';
  const strange = tables.filter((table) => table.owner !== owner);
  if (strange.length > 0) {
    throw new BackupError(
      `Not all tables of the schema “public” belong to ${owner}: ${strange
        .map((table) => `${table.name} belongs to ${table.owner}`)
        .join(', ')}. Give it to ${owner}, or move what is not Weftway’s to another schema.`,
    );
  }
}

/** Sequences stand outside of transactions: read after the snapshot, they are at or past what its rows used. */
async function sequencesOf(client: pg.ClientBase): Promise<Contents['sequences']> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select sequencename as name, last_value::text as value from pg_sequences
      where schemaname = 'public' and last_value is not null and sequencename <> 'migration_id_seq' order by 1`,
  );
  return rows;
}

/** @returns how many rows the table has */
async function copyOut(client: pg.Client, table: Table, archive: ArchiveWriter): Promise<number> {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const rows = client.query(
    copyStreams.to(`copy public.${pg.escapeIdentifier(table.name)} (${columns}) to stdout`),
  );
  let pieces: Buffer[] = [];
  let held = 0;
  let index = 0;
  const flush = async (): Promise<void> => {
    await archive.add(names.piece(table.name, index), Buffer.concat(pieces));
    index += 1;
    pieces = [];
    held = 0;
  };
  for await (const piece of rows) {
    pieces.push(piece as Buffer);
    held += (piece as Buffer).length;
    if (held >= pieceBytes) {
      await flush();
    }
  }
  if (held > 0) {
    await flush();
  }
  return rows.rowCount;
}

async function addFiles(
  client: pg.ClientBase,
  options: BackupOptions,
  archive: ArchiveWriter,
  contents: Contents,
): Promise<void> {
  for await (const { storageKey, sha256 } of fileReferences(client)) {
    const content = await options.storage.get(storageKey).catch(() => null);
    if (content === null || sha256Of(content) !== sha256) {
      contents.lacking.push(storageKey);
      continue;
    }
    await archive.add(names.file(storageKey), content);
    contents.files.count += 1;
    contents.files.bytes += content.length;
  }
  if (contents.lacking.length > 0 && !options.withoutBrokenFiles) {
    throw new BackupError(
      `${contents.lacking.length} stored files are missing or altered, the first ${contents.lacking[0]}. ` +
        'Bring them back, or ask for a backup without them: --without-broken-files.',
    );
  }
}

async function applicationVersion(): Promise<string> {
  const text = await readFile(path.join(projectRoot, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
