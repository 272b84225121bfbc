import type { FileStorage } from '#platform';
import { commandEnvironment } from '../start/environment.js';
import { BackupError } from './backup-error.js';
import { openStorage } from './open-storage.js';

/** What both commands work on. */
export interface Place {
  env: Record<string, string>;
  /** As the role that owns the schema, or will own it. */
  ownerUrl: string;
  storage: FileStorage;
  close: () => Promise<void>;
}

/** The database of `npm start`, running or not; or, at an address that was given, another one. */
export async function openPlace(databaseUrl: string | undefined): Promise<Place> {
  if (databaseUrl !== undefined) {
    process.env.DATABASE_URL ??= databaseUrl;
    process.env.DATABASE_OWNER_URL = databaseUrl;
  }
  const { env, close } = await commandEnvironment();
  const ownerUrl = env.DATABASE_OWNER_URL;
  if (!ownerUrl) {
    throw new BackupError('DATABASE_OWNER_URL is needed: the database as the role that owns its schema.');
  }
  return { env, ownerUrl, storage: openStorage(env), close };
}

/** Runs a command to its end; what was refused is said in its own words, anything else with where it came from. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof BackupError ? error.message : error);
    process.exitCode = 1;
  }
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
