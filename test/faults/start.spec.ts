import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootstrapPlatform } from '../../tools/bootstrap/bootstrap.js';
import { sparePort } from '../../tools/postgres/embedded-postgres.js';
import { projectRoot } from '../../tools/project-root.js';
import { HttpClient, until } from '../../tools/scenario/http-client.js';
import { startInstance } from '../../tools/start/instance.js';
import { familyOf, stillAlive } from '../../tools/faults/processes.js';
import { temporaryFolder } from '../../tools/faults/running.js';
import { openApiDocument } from '../../tools/web/document.js';

interface Started {
  process: ChildProcess;
  pid: number;
  said: () => string;
  ended: Promise<number | string | null>;
}

/** What `npm start` runs after installing and building, with these settings and no others. */
function start(env: Record<string, string>): Started {
  const process = spawn(globalThis.process.execPath, [path.join(projectRoot, 'dist/tools/start/main.js')], {
    env: { PATH: globalThis.process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  const ended = new Promise<number | string | null>((resolve) => {
    process.once('exit', (code, signal) => resolve(code ?? signal));
  });
  return { process, pid: process.pid ?? 0, said: () => said, ended };
}

describe('a start in production', () => {
  it.each([
    [
      {},
      [
        'DATABASE_URL',
        'DATABASE_OWNER_URL',
        'SESSION_SECRET',
        'ENCRYPTION_KEY',
        'PUBLIC_URL',
        'SMTP_URL',
        'DATA_DIR',
      ],
    ],
    [
      {
        DATABASE_URL: 'postgres://nowhere/weftway',
        PUBLIC_URL: 'https://weftway.example',
        DATA_DIR: '/nowhere',
      },
      ['DATABASE_OWNER_URL', 'SESSION_SECRET', 'ENCRYPTION_KEY', 'SMTP_URL'],
    ],
  ])('names all that is missing and does not begin', async (given, missing) => {
    const started = start({ NODE_ENV: 'production', ...given });
    expect(await started.ended).toBe(1);
    const named = [...started.said().matchAll(/ {2}- (\w+) is not set/g)].map(([, name]) => name);
    expect(named).toEqual(missing);
    expect(started.said()).not.toContain('PostgreSQL …');
  });
});

describe('npm start on a folder that was used before', () => {
  let folder: string;
  let clear: () => Promise<void>;
  let token: string;
  let port: string;
  let started: Started;
  const ready = (): Promise<true> =>
    until('ready', async () => {
      if (started.process.exitCode !== null) {
        throw new Error(`The start ended:\n${started.said()}`);
      }
      return started.said().includes(`ready http://127.0.0.1:${port}`) ? true : null;
    });
  const lock = (): boolean => existsSync(path.join(folder, 'postgres/postmaster.pid'));

  beforeAll(async () => {
    ({ folder, clear } = await temporaryFolder());
    const first = await startInstance({ dataDir: folder, seed: false });
    token = await bootstrapPlatform(first.env, 'administrator@weftway.example');
    await first.stop();
    port = String(await sparePort());
    started = start({ DATA_DIR: folder, PORT: port });
    await ready();
  }, 90_000);
  afterAll(async () => {
    started.process.kill('SIGTERM');
    await started.ended;
    await clear();
  }, 30_000);

  it('keeps the data and the secrets', async () => {
    const administrator = new HttpClient(`http://127.0.0.1:${port}`);
    await administrator.acceptInvitation(token, 'Ada Mensah', 'kiondo sisal river lantern');
    const { body } = await administrator.get<{ name: string }>('/v1/account/organisation');
    expect(body.name).toBe('Weftway');
  });

  it('runs, bundled, what its sources say, under the same names', async () => {
    const shown = await (await fetch(`http://127.0.0.1:${port}/v1/openapi.json`)).json();
    expect(shown).toEqual(JSON.parse(JSON.stringify(await openApiDocument())));
  });

  it('refuses to start a second time, by port and by folder, and the first goes on', async () => {
    const samePort = start({ DATA_DIR: folder, PORT: port });
    expect(await samePort.ended).toBe(1);
    expect(samePort.said()).toContain(`Port ${port} is taken`);
    const sameFolder = start({ DATA_DIR: folder, PORT: String(await sparePort()) });
    expect(await sameFolder.ended).toBe(1);
    expect(sameFolder.said()).toContain('Another Weftway is running');
    expect((await fetch(`http://127.0.0.1:${port}/v1/public/health/ready`)).status).toBe(200);
  });

  it('leaves no process and no lock behind when it is interrupted', async () => {
    const family = await familyOf(started.pid);
    // Itself, api, worker, the watchdog, PostgreSQL and its own.
    expect(family.length).toBeGreaterThan(5);
    expect(lock()).toBe(true);
    started.process.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(await stillAlive(family)).toEqual([]);
    expect(lock()).toBe(false);
  });

  it('leaves none behind either when it is killed', async () => {
    started = start({ DATA_DIR: folder, PORT: port });
    await ready();
    const family = await familyOf(started.pid);
    started.process.kill('SIGKILL');
    await until(
      'the end of all that it started',
      async () => ((await stillAlive(family)).length === 0 ? true : null),
      20,
    );
    expect(lock()).toBe(false);
  });
});
