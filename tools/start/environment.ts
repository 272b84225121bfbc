import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresRunning, startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { prepareDatabase, withRole } from '../postgres/prepare-database.js';
import { developmentSecrets } from './secrets.js';

/** What api, worker and commands are given, and how to let go of what was started for it. */
export interface Environment {
  env: Record<string, string>;
  close: () => Promise<void>;
}

export interface EnvironmentOptions {
  dataDir: string;
  given: Readonly<Record<string, string | undefined>>;
  /** Where the api listens or would. */
  port: number;
  /** Whether a server that runs on the data folder already is used, as commands do beside `npm start`. */
  attach: boolean;
  say?: (words: string) => void;
}

/** For databases of a minute: no write is waited for. */
export const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Completes the settings: outside production with secrets of this data folder's own and, without `DATABASE_URL`, with the embedded
 * PostgreSQL. Production brings everything itself.
 */
export async function openEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const { dataDir, given, port } = options;
  await mkdir(path.join(dataDir, 'log'), { recursive: true });
  const defined = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const env: Record<string, string> = {
    ...Object.fromEntries(defined),
    DATA_DIR: dataDir,
    PORT: String(port),
  };
  if (given.NODE_ENV === 'production') {
    return { env, close: async () => undefined };
  }
  const secrets = await developmentSecrets(dataDir);
  env.SESSION_SECRET ??= secrets.sessionSecret;
  env.ENCRYPTION_KEY ??= secrets.encryptionKey;
  env.PUBLIC_URL ??= `http://127.0.0.1:${port}`;
  let close = async (): Promise<void> => undefined;
  if (!env.DATABASE_URL) {
    const server = await embeddedServer(options);
    close = server.stop;
    const prepared = await prepareDatabase(server.url, { database: 'weftway', ...secrets });
    env.DATABASE_URL = prepared.appUrl;
    env.DATABASE_OWNER_URL = prepared.ownerUrl;
  } else if (!env.DATABASE_OWNER_URL) {
    // One address alone is the owner's, or a superuser's: the serving role is made beside it.
    const prepared = await prepareDatabase(env.DATABASE_URL, {
      database: decodeURIComponent(new URL(env.DATABASE_URL).pathname.slice(1)),
      ...secrets,
    });
    env.DATABASE_URL = prepared.appUrl;
    env.DATABASE_OWNER_URL = prepared.ownerUrl;
  }
  return { env, close };
}

async function embeddedServer(
  options: EnvironmentOptions,
): Promise<{ url: string; stop: () => Promise<void> }> {
  try {
    options.say?.('starting PostgreSQL …');
    const settings = options.given.TEST_FSYNC === 'off' ? fastSettings : {};
    const postgres = await startEmbeddedPostgres({ dataDir: options.dataDir, settings });
    return { url: postgres.superuserUrl('postgres'), stop: postgres.stop };
  } catch (error) {
    if (!options.attach || !(error instanceof EmbeddedPostgresRunning)) {
      throw error;
    }
    const password = (await readFile(path.join(options.dataDir, 'postgres-password'), 'utf8')).trim();
    return {
      url: withRole(`postgres://127.0.0.1:${error.port}/postgres`, 'postgres', password),
      stop: async () => undefined,
    };
  }
}

/** The environment of a command that works on the database of `npm start`, running or not. */
export async function commandEnvironment(): Promise<Environment> {
  const given = process.env;
  return openEnvironment({
    dataDir: path.resolve(given.DATA_DIR ?? 'var'),
    given,
    port: Number(given.PORT ?? 3000),
    attach: true,
  });
}
