import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { FileStorage } from '#platform';
import { BackupError } from './backup-error.js';
import type { Contents } from './manifest.js';
import { fileReferences } from './schema.js';

/** What was found to be right. */
export interface Verified {
  tables: number;
  rows: number;
  auditChains: number;
  auditEntries: number;
  files: number;
}

export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Asks the restored database and the storage themselves: the rows of each table, every audit chain from its first entry to its last,
 * and every stored file, read back, against the row that speaks of it.
 * @throws BackupError naming what is wrong
 */
export async function verify(
  client: pg.ClientBase,
  storage: FileStorage,
  contents: Contents,
): Promise<Verified> {
  const faults: string[] = [];
  let rows = 0;
  for (const [table, expected] of Object.entries(contents.rows)) {
    const counted = await client.query<{ count: string }>(`select count(*) from public."${table}"`);
    const count = Number(counted.rows[0]?.count);
    rows += count;
    if (count !== expected) {
      faults.push(`${table} has ${count} rows instead of ${expected}`);
    }
  }
  const { rows: breaks } = await client.query<{ organisation_id: string; seq: string; reason: string }>(
    'select * from audit_breaks()',
  );
  for (const found of breaks) {
    faults.push(`audit chain of ${found.organisation_id}, entry ${found.seq}: ${found.reason}`);
  }
  const { rows: chains } = await client.query<{ chains: number; entries: number }>(
    'select count(*)::float8 as chains, coalesce(sum(seq), 0)::float8 as entries from audit_chain',
  );
  let files = 0;
  const lacking = new Set(contents.lacking);
  for await (const { storageKey, sha256 } of fileReferences(client)) {
    if (lacking.has(storageKey)) {
      continue;
    }
    const content = await storage.get(storageKey).catch(() => null);
    if (content === null || sha256Of(content) !== sha256) {
      faults.push(`file ${storageKey} is ${content === null ? 'missing' : 'not what its row says'}`);
    }
    files += 1;
  }
  if (faults.length > 0) {
    const more = faults.length > 10 ? ` and ${faults.length - 10} more` : '';
    throw new BackupError(`Does not verify: ${faults.slice(0, 10).join('; ')}${more}.`);
  }
  const { chains: auditChains, entries: auditEntries } = chains[0] ?? { chains: 0, entries: 0 };
  return { tables: Object.keys(contents.rows).length, rows, auditChains, auditEntries, files };
}
