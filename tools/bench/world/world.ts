import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { withRole } from '../../postgres/prepare-database.js';
import { type Instance, startInstance } from '../../start/instance.js';
import { LimitServer } from '../limit/limit-server.js';
import { loadPeople, loadRows } from './bulk.js';

/** A Weftway in a folder of its own, the limit's server beside it on the same database, and somebody signed in at both. */
export class World {
  rows = 0;

  private constructor(
    readonly weftway: Instance,
    readonly limit: LimitServer,
    /** Headers of somebody who is signed in, at either server. */
    readonly headers: Readonly<Record<string, string>>,
    readonly dataDir: string,
    private readonly database: pg.Client,
  ) {}

  static async open(say: (words: string) => void): Promise<World> {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-bench-'));
    say('starting PostgreSQL, api, worker and the limit’s server …');
    const weftway = await startInstance({
      dataDir,
      seed: false,
      env: { RATE_LIMIT_PER_MINUTE: '1000000', ...process.env, NODE_ENV: undefined, DATA_DIR: undefined },
    });
    const { SESSION_SECRET = '', DATABASE_OWNER_URL = '', DATABASE_URL = '' } = weftway.env;
    const password = (await readFile(path.join(dataDir, 'postgres-password'), 'utf8')).trim();
    const database = new pg.Client({ connectionString: withRole(DATABASE_OWNER_URL, 'postgres', password) });
    await database.connect();
    // As the session service makes them.
    const keyed = (text: string): Buffer => createHmac('sha256', SESSION_SECRET).update(text).digest();
    const token = randomBytes(32).toString('base64url');
    await loadPeople(database, { tokenHash: keyed(`token:${token}`) });
    const limit = await LimitServer.start({ databaseUrl: DATABASE_URL, sessionSecret: SESSION_SECRET });
    const headers = {
      cookie: `weftway_session=${token}`,
      'x-csrf-token': keyed(`csrf:${token}`).toString('base64url'),
    };
    return new World(weftway, limit, headers, dataDir, database);
  }

  /** Lets what grows grow to so many rows of each kind. */
  async grow(rows: number, say: (words: string) => void): Promise<void> {
    if (rows > this.rows) {
      say(`loading ${rows.toLocaleString('en')} requests and products …`);
      await loadRows(this.database, this.rows, rows);
      this.rows = rows;
    }
  }

  /** Rows of a statement as the superuser, past every policy. */
  async look<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.database.query(sql, [...parameters])).rows as Row[];
  }

  async close(): Promise<void> {
    await this.limit.stop();
    await this.database.end();
    await this.weftway.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
