import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Instance } from '../start/instance.js';
import type { Sample } from './measures.js';

const run = promisify(execFile);

/** Looks at what api, worker and database hold, over one connection of its own. */
export class Looker {
  private constructor(
    private readonly instance: Instance,
    private readonly client: pg.Client,
  ) {}

  static async open(instance: Instance, superuserUrl: string): Promise<Looker> {
    const client = new pg.Client({ connectionString: superuserUrl, application_name: 'looker' });
    await client.connect();
    return new Looker(instance, client);
  }

  async sample(at: number): Promise<Sample> {
    const sample: Sample = { at, rssMb: {}, cpuSeconds: {}, handles: {}, connections: {} };
    for (const child of [this.instance.api, this.instance.worker]) {
      const { pid } = child;
      if (pid === undefined) {
        throw new Error(`The ${child.name} does not run`);
      }
      const { stdout } = await run('ps', ['-o', 'rss=,time=', '-p', String(pid)]);
      const [rss = '0', time = '0'] = stdout.trim().split(/\s+/);
      sample.rssMb[child.name] = Number(rss) / 1024;
      sample.cpuSeconds[child.name] = secondsOf(time);
      // Linux shows them; other systems don't.
      sample.handles[child.name] = await readdir(`/proc/${pid}/fd`).then(
        (open) => open.length,
        () => null,
      );
    }
    const { rows } = await this.client.query<{ name: string; open: number }>(
      `select application_name as name, count(*)::int as open from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() group by 1`,
    );
    for (const { name, open } of rows) {
      sample.connections[name || 'unnamed'] = open;
    }
    return sample;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

/** `[days-]hours:minutes:seconds` as ps writes the time that a process has worked. */
function secondsOf(time: string): number {
  return time
    .split(/[-:]/)
    .map(Number)
    .reverse()
    .reduce((sum, part, place) => sum + part * ([1, 60, 3_600, 86_400][place] ?? 0), 0);
}
