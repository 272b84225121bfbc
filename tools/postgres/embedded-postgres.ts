import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { projectRoot } from '../project-root.js';
import { giveTo, prepareServerHome, type ServerHome } from './server-home.js';

const run = promisify(execFile);

export interface EmbeddedPostgres {
  port: number;
  /** The address of a database as the superuser. */
  superuserUrl: (database: string) => string;
  /** Fast shutdown; resolves when the server has ended. */
  stop: () => Promise<void>;
  /** The server's process, for tests of faults. */
  serverPid: () => Promise<number>;
}

export interface EmbeddedPostgresOptions {
  /** Holds `postgres/` with the data, and the superuser's password. */
  dataDir: string;
  port?: number;
  /** Beside the defaults: `{ fsync: 'off' }` for a database that nobody will miss. */
  settings?: Readonly<Record<string, string>>;
}

/**
 * A real PostgreSQL from npm's binaries, on 127.0.0.1 only. Its data outlives the process; the server does not: a watchdog stops
 * it when this process ends, however.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await prepareServerHome(options.dataDir);
  const password = await superuserPassword(options.dataDir, existsSync(path.join(home.data, 'PG_VERSION')));
  if (!existsSync(path.join(home.data, 'PG_VERSION'))) {
    await initialise(home, password);
  }
  await assertNotRunning(home.data);
  const port = options.port ?? (await sparePort());
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    logging_collector: 'off',
    log_min_messages: 'warning',
    log_statement: 'none',
    // Short statements under row policies look dear to the planner, and compiling them costs more than running them.
    jit: 'off',
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  };
  const args = [
    '-D',
    home.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const log = createWriteStream(path.join(options.dataDir, 'postgres.log'), { flags: 'a' });
  const watchdog = spawn(
    process.execPath,
    [
      path.join(projectRoot, 'tools/postgres/watchdog.mjs'),
      JSON.stringify({
        binary: path.join(home.bin, process.platform === 'win32' ? 'postgres.exe' : 'postgres'),
        args,
        env: serverEnvironment(),
        ...(home.account && { uid: home.account.uid, gid: home.account.gid }),
      }),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'], detached: true, cwd: path.parse(projectRoot).root },
  );
  watchdog.stdout.pipe(log, { end: false });
  watchdog.stderr.pipe(log, { end: false });
  // A server that was killed may leave words behind that come after its end.
  watchdog.once('close', () => log.end());
  const ended = new Promise<number>((resolve) => watchdog.once('exit', (code) => resolve(code ?? 1)));
  const superuserUrl = (database: string): string =>
    `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  await answering(superuserUrl('postgres'), ended, path.join(options.dataDir, 'postgres.log'));
  return {
    port,
    superuserUrl,
    serverPid: () => serverPid(home.data),
    stop: async () => {
      watchdog.stdin.end('stop\n');
      await ended;
    },
  };
}

async function serverPid(data: string): Promise<number> {
  return Number((await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

function serverEnvironment(): Record<string, string> {
  const { PATH = '', SystemRoot } = process.env;
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot !== undefined && { SystemRoot }) };
}

async function superuserPassword(dataDir: string, initialised: boolean): Promise<string> {
  const file = path.join(dataDir, 'postgres-password');
  if (initialised || existsSync(file)) {
    return (await readFile(file, 'utf8')).trim();
  }
  const password = randomBytes(24).toString('hex');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

async function initialise(home: ServerHome, password: string): Promise<void> {
  await rm(home.data, { recursive: true, force: true });
  await mkdir(home.data, { recursive: true, mode: 0o700 });
  await giveTo(home.account, home.data);
  const folder = await mkdtemp(path.join(tmpdir(), 'weftway-initdb-'));
  const passwordFile = path.join(folder, 'password');
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    await chmod(folder, 0o700);
    await giveTo(home.account, passwordFile);
    await giveTo(home.account, folder);
    await run(
      path.join(home.bin, process.platform === 'win32' ? 'initdb.exe' : 'initdb'),
      [
        '-D',
        home.data,
        '-U',
        'postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=icu',
        '--icu-locale=und',
        '--no-instructions',
      ],
      { cwd: path.parse(projectRoot).root, env: serverEnvironment(), ...(home.account && home.account) },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Another process serves this folder. */
export class EmbeddedPostgresRunning extends Error {
  constructor(
    readonly port: number,
    message: string,
  ) {
    super(message);
    this.name = 'EmbeddedPostgresRunning';
  }
}

/** @throws EmbeddedPostgresRunning when another process serves this folder */
async function assertNotRunning(data: string): Promise<void> {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const port = Number(lines[3]);
  if (!port) {
    return;
  }
  // A file that a crash left behind names a port where nobody listens.
  const taken = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe
      .once('error', () => resolve(true))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
  if (taken && processAlive(Number(lines[0]))) {
    throw new EmbeddedPostgresRunning(
      port,
      `Another Weftway is running on ${data} (process ${lines[0]}). Stop it first, or set DATA_DIR.`,
    );
  }
}

function processAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A TCP port that is free at this moment. */
export async function sparePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function answering(url: string, ended: Promise<number>, log: string): Promise<void> {
  let exit: number | null = null;
  void ended.then((code) => {
    exit = code;
  });
  // Recovery after a crash may take a while; a server that has ended will not answer any more.
  for (const end = Date.now() + 120_000; Date.now() < end;) {
    if (exit !== null) {
      const last = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-12).join('\n');
      throw new Error(`PostgreSQL ended at once (${String(exit)}):\n${last}`);
    }
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 40));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`PostgreSQL did not answer within two minutes; see ${log}`);
}
