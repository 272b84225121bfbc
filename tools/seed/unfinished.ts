import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

const fileOf = (dataDir: string): string => path.join(dataDir, 'demonstration.unfinished');

/** Says on the disk that a load has begun, so that one that was interrupted is known as such. */
export async function markUnfinished(dataDir: string): Promise<void> {
  await writeFile(fileOf(dataDir), 'The demonstration data is being loaded.\n');
}

export async function markFinished(dataDir: string): Promise<void> {
  await rm(fileOf(dataDir), { force: true });
}

export async function isUnfinished(dataDir: string): Promise<boolean> {
  return stat(fileOf(dataDir)).then(
    () => true,
    () => false,
  );
}

/** What migrations bring and nobody's work adds to. */
const brought = ['migration', 'clock', 'currency', 'scheme', 'criterion', 'craft'];

/** Leaves of the database what migrations brought. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I', relname) as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all($1)`,
      [brought],
    );
    await client.query(`truncate ${rows.map((row) => row.name).join(', ')}`);
  } finally {
    await client.end();
  }
}
