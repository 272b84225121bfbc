import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { sparePort } from '../postgres/embedded-postgres.js';
import { giveTo, serverAccount } from '../postgres/server-home.js';
import { versionOf } from './found.js';
import { ServerProcess } from './server-process.js';

export interface PgBouncer {
  version: string;
  /** The application's address through it. */
  url: string;
  /** Whether statements may be prepared by name through it. */
  preparedStatements: boolean;
  stop: () => Promise<void>;
}

/** PgBouncer in transaction mode before the database of an address; null where this machine has none. */
export async function startPgBouncer(folder: string, appUrl: string): Promise<PgBouncer | null> {
  const found = await versionOf('pgbouncer', '--version');
  if (found === null) {
    return null;
  }
  const [, version = '', major = 0, minor = 0] = /((\d+)\.(\d+)\S*)/.exec(found) ?? [];
  const preparedStatements = Number(major) > 1 || Number(minor) >= 21;
  const target = new URL(appUrl);
  const port = await sparePort();
  const home = path.join(folder, 'pgbouncer');
  const account = serverAccount();
  await mkdir(home, { recursive: true });
  await writeFile(
    path.join(home, 'users.txt'),
    `"${decodeURIComponent(target.username)}" "${decodeURIComponent(target.password)}"\n`,
    { mode: 0o600 },
  );
  await writeFile(
    path.join(home, 'pgbouncer.ini'),
    [
      '[databases]',
      `${target.pathname.slice(1)} = host=${target.hostname} port=${target.port}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${path.join(home, 'users.txt')}`,
      'pool_mode = transaction',
      'default_pool_size = 20',
      'max_client_conn = 500',
      // The role brings them itself: a connection that is shared cannot be given them by one client.
      'ignore_startup_parameters = extra_float_digits,statement_timeout,idle_in_transaction_session_timeout',
      ...(preparedStatements ? ['max_prepared_statements = 200'] : []),
      '',
    ].join('\n'),
  );
  // It refuses to run as root, and runs as the database does.
  await chmod(folder, 0o711);
  for (const name of ['', 'users.txt', 'pgbouncer.ini']) {
    await giveTo(account, path.join(home, name));
  }
  const server = new ServerProcess('pgbouncer', [path.join(home, 'pgbouncer.ini')], {
    cwd: home,
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  server.start();
  const url = new URL(appUrl);
  url.port = String(port);
  await server.answering(async () => {
    const client = new pg.Client({ connectionString: url.toString(), connectionTimeoutMillis: 1_000 });
    try {
      await client.connect();
    } finally {
      await client.end().catch(() => undefined);
    }
  });
  return { version, url: url.toString(), preparedStatements, stop: () => server.stop('SIGINT') };
}
