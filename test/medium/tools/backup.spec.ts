import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { FileStorage, Settings } from '#platform';
import { backUp, type BackupReport } from '../../../tools/backup/backup.js';
import { restore, type RestoreReport } from '../../../tools/backup/restore.js';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type ClonedDatabase, emptyDatabase } from '../../support/database.js';
import { fillEveryTable } from '../platform/full-house.js';

const folder = mkdtempSync(path.join(tmpdir(), 'weftway-backup-'));

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Everything that a schema is made of and every row, by one hash a table; owners apart. */
async function portrait(url: string): Promise<unknown> {
  const tables = await ask<{ name: string }>(
    url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`,
  );
  const rows = await ask(
    url,
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*)::int as rows, md5(string_agg(t::text, e'\\n' order by t::text collate "C")) as hash from public."${name}" t`,
      )
      .join(' union all ') + ' order by name',
  );
  const shape = await ask(
    url,
    `select 'constraint' as kind, conrelid::regclass::text as "of", conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where connamespace = 'public'::regnamespace
     union all select 'index', tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
     union all select 'trigger', tgrelid::regclass::text, tgname, concat(tgenabled, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
     union all select 'policy', tablename, policyname, coalesce(qual, '') || coalesce(with_check, '') from pg_policies
     union all select 'rights', table_name, privilege_type, grantee from information_schema.role_table_grants where grantee = 'weftway_app' and table_schema = 'public'
     union all select 'sequence', sequencename, '', coalesce(last_value::text, '') from pg_sequences where schemaname = 'public'
     order by 1, 2, 3, 4`,
  );
  return { rows, shape };
}

describe('backup and restore', () => {
  let context: TestContext;
  let sourceOwner: string;
  let made: BackupReport;
  let target: ClonedDatabase;
  let dataDir: string;
  const archives = (): Promise<string[]> => readdir(folder);
  const source = (): { ownerUrl: string; storage: FileStorage } => ({
    ownerUrl: sourceOwner,
    storage: new FileStorage(context.settings),
  });

  beforeAll(async () => {
    context = await openTestContext();
    await fillEveryTable(context);
    sourceOwner = context.ownerUrl;
    made = await backUp({ ...source(), target: path.join(folder, 'whole.tar.gz') });
  });
  afterAll(async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    target = await emptyDatabase();
    dataDir = mkdtempSync(path.join(tmpdir(), 'weftway-restored-'));
  });
  afterEach(async () => {
    await target.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const storageOf = (): FileStorage =>
    new FileStorage(
      new Settings({ NODE_ENV: 'test', DATABASE_URL: target.appUrl, DATA_DIR: dataDir }, 'test'),
    );
  const bring = (file = made.file): Promise<RestoreReport> =>
    restore({ file, ownerUrl: target.ownerUrl, storage: storageOf() });
  const leftovers = async (): Promise<unknown> => ({
    tables: await ask(
      target.superuserUrl,
      `select relname from pg_class where relnamespace = 'public'::regnamespace`,
    ),
    files: (
      await readdir(path.join(dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])
    ).filter((entry) => entry.isFile()),
  });
  const nothing = { tables: [], files: [] };
  const altered = async (name: string, change: (archive: Buffer) => Buffer): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, change(await readFile(made.file)));
    return file;
  };

  it('brings every row, rule, right and file into a database of a role that is no superuser', async () => {
    const report = await bring();
    expect(await portrait(target.superuserUrl)).toEqual(await portrait(sourceOwner));
    expect(report).toMatchObject({ rows: made.rows, files: made.files.count, seal: made.seal, lacking: [] });
    expect(report.auditEntries).toBeGreaterThan(20);
    expect(report.files).toBeGreaterThan(2);
    const stored = await ask<{ key: string; sha256: string }>(
      sourceOwner,
      `select storage_key as key, sha256 from order_document where state = 'ready'`,
    );
    for (const { key } of stored) {
      const [there, here] = await Promise.all(
        [context.dataDir, dataDir].map((dir) => readFile(path.join(dir, 'files', key))),
      );
      expect(here).toEqual(there);
    }
  });

  it('refuses an archive that was cut anywhere', async () => {
    const { length } = await readFile(made.file);
    for (const kept of [0, 5, 40, Math.floor(length / 3), length - 600, length - 1]) {
      const file = await altered('cut.tar.gz', (archive) => archive.subarray(0, kept));
      await expect(bring(file)).rejects.toThrow(/cut|no whole archive|no backup/i);
    }
    const unpacked = gunzipSync(await readFile(made.file));
    for (const kept of [512, 700, Math.floor(unpacked.length / 2), unpacked.length - 2560]) {
      const file = await altered('cut.tar.gz', () => gzipSync(unpacked.subarray(0, kept)));
      await expect(bring(file)).rejects.toThrow(/cut|no whole archive|no backup/i);
    }
    expect(await leftovers()).toEqual(nothing);
  });

  it('refuses an archive in which a byte was changed, packed anew or not', async () => {
    const { length } = await readFile(made.file);
    for (const part of [0.1, 0.35, 0.6, 0.85]) {
      const file = await altered('changed.tar.gz', (archive) => {
        const at = Math.floor(length * part);
        archive[at] = (archive[at] ?? 0) ^ 1;
        return archive;
      });
      await expect(bring(file)).rejects.toThrow(/no whole archive|altered|cut/i);
    }
    const repacked = await altered('repacked.tar.gz', (archive) => {
      const unpacked = gunzipSync(archive);
      const at = unpacked.indexOf('Sisal basket');
      unpacked.write('Resin', at);
      return gzipSync(unpacked);
    });
    await expect(bring(repacked)).rejects.toThrow('The archive was altered');
    expect(await leftovers()).toEqual(nothing);
  });

  it('refuses what is no backup, and one of a later version', async () => {
    await expect(bring(path.join(folder, 'absent.tar.gz'))).rejects.toThrow('ENOENT');
    await expect(bring(await altered('words.tar.gz', () => Buffer.from('words')))).rejects.toThrow(
      'This is no whole archive of Weftway',
    );
    const later = await altered('later.tar.gz', (archive) => {
      const unpacked = gunzipSync(archive);
      unpacked.write('CreatePlanets', unpacked.indexOf('CreatePlatform'));
      return gzipSync(unpacked);
    });
    await expect(bring(later)).rejects.toThrow('this one does not know CreatePlanets');
    expect(await leftovers()).toEqual(nothing);
  });

  it('refuses a database that is not empty, and leaves it as it was', async () => {
    await ask(target.ownerUrl, 'create table mine as select 42 as answer');
    await expect(bring()).rejects.toThrow('The database is not empty');
    expect(await ask(target.ownerUrl, 'select answer from mine')).toEqual([{ answer: 42 }]);
    await expect(restore({ file: made.file, ownerUrl: sourceOwner, storage: storageOf() })).rejects.toThrow(
      'The database is not empty',
    );
  });

  it('never writes over another file, and uses the same one', async () => {
    const [{ key } = { key: '' }] = await ask<{ key: string }>(
      sourceOwner,
      `select storage_key as key from order_document where state = 'ready' order by 1 desc limit 1`,
    );
    await storageOf().put(key, Buffer.from('another'));
    await expect(bring()).rejects.toThrow(`The storage has another file at ${key}`);
    expect(await leftovers()).toMatchObject({ tables: [], files: [{}] });
    await storageOf().put(key, await readFile(path.join(context.dataDir, 'files', key)));
    await expect(bring()).resolves.toMatchObject({ files: made.files.count });
  });

  it('takes no backup of a table that another role owns', async () => {
    const before = await archives();
    await context.peek('create table foreign_matter (id int)');
    try {
      await expect(backUp({ ...source(), target: folder })).rejects.toThrow(
        'foreign_matter belongs to postgres',
      );
      expect(await archives()).toEqual(before);
    } finally {
      await context.peek('drop table foreign_matter');
    }
  });

  it('takes no backup as a role that sees a part of the rows', async () => {
    const before = await archives();
    await expect(
      backUp({ ...source(), ownerUrl: context.settings.databaseUrl, target: folder }),
    ).rejects.toThrow(/row-level security|permission denied/);
    expect(await archives()).toEqual(before);
  });

  it('says which stored file is missing or altered, and goes on without it when asked to', async () => {
    const stored = await context.peek<{ key: string }>(
      `select storage_key as key from order_document where state = 'ready' union select storage_key from stored_file order by 1`,
    );
    const [lost, changed] = stored.map(({ key }) => key);
    const damaged = storageOf();
    for (const { key } of stored) {
      await damaged.put(key, await new FileStorage(context.settings).get(key));
    }
    await damaged.remove(lost ?? '');
    await damaged.put(changed ?? '', Buffer.from('not what was issued'));
    const options = { ...source(), storage: damaged, target: path.join(folder, 'lacking.tar.gz') };
    await expect(backUp(options)).rejects.toThrow(`2 stored files are missing or altered, the first ${lost}`);
    const lacking = await backUp({ ...options, withoutBrokenFiles: true });
    expect(lacking.lacking).toEqual([lost, changed]);
    await rm(path.join(dataDir, 'files'), { recursive: true });
    const report = await bring(lacking.file);
    expect(report.lacking).toEqual([lost, changed]);
    expect(report.files).toBe(made.files.count - 2);
  });

  it('takes back a restore whose audit chain does not verify', async () => {
    await ask(
      sourceOwner,
      `alter table audit_entry disable trigger audit_entry_is_final;
       update audit_entry set action = 'nothing.happened' where (organisation_id, seq) = (select organisation_id, max(seq) from audit_entry group by 1 order by 1 limit 1);
       alter table audit_entry enable trigger audit_entry_is_final`,
    );
    const bent = await backUp({ ...source(), target: path.join(folder, 'bent.tar.gz') });
    await expect(bring(bent.file)).rejects.toThrow('content was altered');
    expect(await leftovers()).toEqual(nothing);
  });
});
