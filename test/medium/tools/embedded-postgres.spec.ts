import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  EmbeddedPostgresRunning,
  startEmbeddedPostgres,
} from '../../../tools/postgres/embedded-postgres.js';
import { projectRoot } from '../../../tools/project-root.js';
import { until } from '../../../tools/scenario/http-client.js';

async function ask<Row extends object>(server: EmbeddedPostgres, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server.superuserUrl('postgres') });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-embedded-'));
    server = await startEmbeddedPostgres({ dataDir });
    await ask(server, 'create table kept (what text)');
  });
  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('listens on this machine alone, for who knows the password', async () => {
    const [settings] = await ask<{ listen: string; sockets: string }>(
      server,
      `select current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets`,
    );
    expect(settings).toEqual({ listen: '127.0.0.1', sockets: '' });
    const stranger = new pg.Client({
      connectionString: `postgres://postgres:guess@127.0.0.1:${server.port}/postgres`,
    });
    await expect(stranger.connect()).rejects.toThrow('password authentication failed');
  });

  it('says which process runs on a folder that is taken', async () => {
    const second = startEmbeddedPostgres({ dataDir });
    await expect(second).rejects.toThrow(EmbeddedPostgresRunning);
    await expect(second).rejects.toThrow(`process ${await server.serverPid()}`);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('stops, ends its process and has its data when it starts again', async () => {
    await ask(server, `insert into kept values ('stopped')`);
    const pid = await server.serverPid();
    await server.stop();
    expect(alive(pid)).toBe(false);
    server = await startEmbeddedPostgres({ dataDir });
    expect(await ask(server, 'select what from kept')).toEqual([{ what: 'stopped' }]);
  });

  it('killed with SIGKILL, starts again at once with all that was committed', async () => {
    await ask(server, `insert into kept values ('killed')`);
    process.kill(await server.serverPid(), 'SIGKILL');
    await server.stop();
    server = await startEmbeddedPostgres({ dataDir });
    expect(await ask(server, 'select what from kept order by what')).toEqual([
      { what: 'killed' },
      { what: 'stopped' },
    ]);
  });

  it('ends when whoever started it is killed, and is not in the way of the next', async () => {
    await server.stop();
    const starter = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL(`file://${projectRoot}/dist/tools/postgres/embedded-postgres.js`))});
         const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
         console.log(await server.serverPid());
         setInterval(() => undefined, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const pid = await new Promise<number>((resolve) => {
      starter.stdout.once('data', (said: Buffer) => resolve(Number(said.toString())));
    });
    expect(alive(pid)).toBe(true);
    starter.kill('SIGKILL');
    await until('the end of PostgreSQL', async () => (alive(pid) ? null : true), 15);
    server = await startEmbeddedPostgres({ dataDir });
    expect(await ask(server, 'select count(*)::int as kept from kept')).toEqual([{ kept: 2 }]);
  });
});
