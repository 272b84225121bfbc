import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { projectRoot } from '../../../tools/project-root.js';
import { type ClonedDatabase, cloneDatabase } from '../../support/database.js';

describe('commands on a database', () => {
  let cloned: ClonedDatabase;
  let dataDir: string;
  beforeAll(async () => {
    cloned = await cloneDatabase();
    dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-commands-'));
  });
  afterAll(async () => {
    await cloned.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** A built command as its npm script runs it. */
  const run = (
    file: string,
    args: string[] = [],
    env: Record<string, string> = {},
  ): Promise<{ code: number | null; said: string }> =>
    new Promise((resolve) => {
      const command = spawn(process.execPath, [path.join(projectRoot, 'dist/tools', file), ...args], {
        env: {
          PATH: process.env.PATH,
          DATA_DIR: dataDir,
          DATABASE_URL: cloned.appUrl,
          DATABASE_OWNER_URL: cloned.ownerUrl,
          PUBLIC_URL: 'https://weftway.example',
          LOG_LEVEL: 'silent',
          ...env,
        },
      });
      let said = '';
      for (const stream of [command.stdout, command.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString('utf8');
        });
      }
      command.once('exit', (code) => resolve({ code, said }));
    });

  const peek = async <Row extends object>(sql: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: cloned.superuserUrl });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  };

  it('bootstrap asks for an address and does nothing without', async () => {
    const answered = await run('bootstrap/main.js');
    expect(answered.code).toBe(1);
    expect(answered.said).toContain('npm run bootstrap -- --email you@example.org');
    expect(await peek('select id from organisation')).toEqual([]);
  });

  it('bootstrap founds the platform once and invites each time that it is asked', async () => {
    const links: string[] = [];
    for (const email of ['ada@weftway.example', 'ben@weftway.example']) {
      const { code, said } = await run('bootstrap/main.js', ['--email', email]);
      expect([code, said]).toEqual([
        0,
        expect.stringMatching(/^https:\/\/weftway\.example\/invitation\/\S{20,}\n$/),
      ]);
      links.push(said);
    }
    expect(new Set(links).size).toBe(2);
    expect(await peek('select kind, state from organisation')).toEqual([
      { kind: 'platform', state: 'admitted' },
    ]);
    expect(await peek('select email, roles from member_invitation order by email')).toEqual([
      { email: 'ada@weftway.example', roles: ['administrator'] },
      { email: 'ben@weftway.example', roles: ['administrator'] },
    ]);
  });

  it('audit:verify ends with 0 where every chain is whole', async () => {
    expect(await run('audit/verify.js')).toEqual({ code: 0, said: 'audit: 1 chains, 3 entries, 0 broken\n' });
  });

  it('audit:verify ends with 1 and names the entry where one was altered, and with 0 when that is undone', async () => {
    const alter = (action: string): Promise<object[]> =>
      peek(
        `set session_replication_role = replica; update audit_entry set action = '${action}' where seq = 2`,
      );
    await alter('member.left');
    const { code, said } = await run('audit/verify.js');
    expect(code).toBe(1);
    expect(said).toMatch(/^broken: organisation \S+ at entry 2: content was altered\n/);
    expect(said).toContain('1 broken');
    await alter('member.invited');
    expect((await run('audit/verify.js')).code).toBe(0);
  });

  it('audit:verify ends with 1 where the newest entry was taken away', async () => {
    await peek(`set session_replication_role = replica; delete from audit_entry where seq = 3`);
    const { code, said } = await run('audit/verify.js');
    expect([code, said]).toEqual([1, expect.stringContaining('the newest entries are missing')]);
  });

  it('audit:verify ends with 1 and no success where there is no database', async () => {
    const { code, said } = await run('audit/verify.js', [], {
      DATABASE_OWNER_URL: 'postgres://nobody@127.0.0.1:1/none',
    });
    expect(code).not.toBe(0);
    expect(said).not.toContain('0 broken');
  });
});
