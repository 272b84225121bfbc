import path from 'node:path';
import { openEnvironment } from '../start/environment.js';
import { type Instance, startInstance } from '../start/instance.js';
import { script } from '../start/script.js';
import { backUp, type BackupReport } from './backup.js';
import { openStorage } from './open-storage.js';
import { restore, type RestoreReport } from './restore.js';

export interface RehearsalOptions {
  /** What api and worker of the running Weftway were given. */
  env: Readonly<Record<string, string>>;
  /** An empty folder for the archive and the copy. */
  folder: string;
  /** Told once the snapshot is taken: load that is to meet the backup goes on past this. */
  onSnapshot?: () => void;
}

export interface Rehearsal {
  backup: BackupReport & { milliseconds: number };
  restored: RestoreReport & { milliseconds: number };
  /** Weftway on the restored copy, in `copyDataDir`, with an embedded PostgreSQL of its own; whoever asked stops it. */
  copy: Instance;
  copyDataDir: string;
}

/**
 * What the manual asks to be tried: a backup of a Weftway that is at work, a restore in a new place, and a start there.
 * @throws BackupError when the restored copy does not verify
 */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  const { env, folder } = options;
  const backup = await timed(() =>
    backUp({
      ownerUrl: env.DATABASE_OWNER_URL ?? '',
      storage: openStorage(env),
      target: folder,
      ...(options.onSnapshot && { onSnapshot: options.onSnapshot }),
    }),
  );
  const copyDataDir = path.join(folder, 'copy');
  // The same secrets, but neither its database nor its folder, nor the queue that speaks of what came later.
  const { DATABASE_URL: _app, DATABASE_OWNER_URL: _owner, REDIS_URL: _redis, ...given } = env;
  const place = await openEnvironment({ dataDir: copyDataDir, given, port: 0, attach: false });
  let restored;
  try {
    restored = await timed(() =>
      restore({
        file: backup.file,
        ownerUrl: place.env.DATABASE_OWNER_URL ?? '',
        storage: openStorage(place.env),
      }),
    );
    await script('dist/migrations/run.js', place.env);
  } finally {
    await place.close();
  }
  const { PORT: _port, PUBLIC_URL: _url, ...settings } = given;
  const copy = await startInstance({ dataDir: copyDataDir, seed: false, env: settings });
  return { backup, restored, copy, copyDataDir };
}

async function timed<Result extends object>(
  work: () => Promise<Result>,
): Promise<Result & { milliseconds: number }> {
  const begun = performance.now();
  const result = await work();
  return { ...result, milliseconds: Math.round(performance.now() - begun) };
}
