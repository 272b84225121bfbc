import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const names = ['sessionSecret', 'encryptionKey', 'ownerPassword', 'appPassword'] as const;
export type DevelopmentSecrets = Record<(typeof names)[number], string>;

/**
 * Random values for one checkout, made once and kept in `DATA_DIR/secrets.json`. What a folder of an earlier version lacks is added.
 * Production brings its own.
 */
export async function developmentSecrets(dataDir: string): Promise<DevelopmentSecrets> {
  const file = path.join(dataDir, 'secrets.json');
  const kept = await readKept(file);
  const missing = names.filter((name) => !kept[name]);
  const made = Object.fromEntries(missing.map((name) => [name, randomBytes(24).toString('hex')]));
  const secrets = { ...made, ...kept } as DevelopmentSecrets;
  if (missing.length > 0) {
    // Whole or not at all: the passwords in it open the database beside it.
    await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return secrets;
}

async function readKept(file: string): Promise<Partial<DevelopmentSecrets>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<DevelopmentSecrets>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return {};
    }
    throw error;
  }
}
