import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { giveTo, prepareServerHome, serverAccount } from '../postgres/server-home.js';

/** What a copy must not take along, and what it makes itself. */
const notCopied = new Set(['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot', 'pg_stat_tmp']);

/**
 * A streaming replica of an embedded server. Its binaries bring no pg_basebackup, so the files are copied between `pg_backup_start` and
 * `pg_backup_stop`, as the manual's chapter on low-level backups says; the log since then is streamed from the primary, which keeps
 * `wal_keep_size` of it.
 * @param superuserUrl of the primary
 */
export async function startReplica(
  primaryDir: string,
  replicaDir: string,
  superuserUrl: string,
): Promise<EmbeddedPostgres> {
  const primary = await prepareServerHome(primaryDir);
  const replica = await prepareServerHome(replicaDir);
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  let label: string;
  try {
    await client.query(`select pg_backup_start('replica', true)`);
    await mkdir(replica.data, { recursive: true, mode: 0o700 });
    for (const name of await readdir(primary.data)) {
      if (!notCopied.has(name)) {
        await cp(path.join(primary.data, name), path.join(replica.data, name), { recursive: true });
      }
    }
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    label = rows[0]?.labelfile ?? '';
  } finally {
    await client.end();
  }
  for (const name of ['pg_wal', 'pg_replslot', 'pg_stat_tmp']) {
    await mkdir(path.join(replica.data, name), { recursive: true, mode: 0o700 });
  }
  await writeFile(path.join(replica.data, 'backup_label'), label);
  await writeFile(path.join(replica.data, 'standby.signal'), '');
  const account = serverAccount();
  if (account) {
    await giveTo(account, replica.data);
    for (const name of await readdir(replica.data, { recursive: true })) {
      await giveTo(account, path.join(replica.data, name));
    }
  }
  await writeFile(
    path.join(replicaDir, 'postgres-password'),
    await readFile(path.join(primaryDir, 'postgres-password')),
    { mode: 0o600 },
  );
  const { hostname, port, username, password } = new URL(superuserUrl);
  return startEmbeddedPostgres({
    dataDir: replicaDir,
    settings: {
      primary_conninfo: `host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)} application_name=replica`,
      max_connections: '300',
      shared_buffers: '64MB',
    },
  });
}
