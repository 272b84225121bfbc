import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface DevelopmentSecrets {
  sessionSecret: string;
  ownerPassword: string;
  appPassword: string;
}

/** Random values for one checkout, made once and kept in `DATA_DIR/secrets.json`. Production brings its own. */
export async function developmentSecrets(dataDir: string): Promise<DevelopmentSecrets> {
  const file = path.join(dataDir, 'secrets.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) {
    return JSON.parse(kept) as DevelopmentSecrets;
  }
  const secret = (): string => randomBytes(24).toString('hex');
  const made = { sessionSecret: secret(), ownerPassword: secret(), appPassword: secret() };
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}
