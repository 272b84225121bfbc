import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sparePort } from '../../postgres/embedded-postgres.js';
import { projectRoot } from '../../project-root.js';

/** The limit in a process of its own, as Weftway's api is. */
export class LimitServer {
  private constructor(
    readonly url: string,
    private readonly process: ChildProcess,
  ) {}

  static async start(given: { databaseUrl: string; sessionSecret: string }): Promise<LimitServer> {
    const port = await sparePort();
    const child = spawn(process.execPath, [path.join(projectRoot, 'dist/tools/bench/limit/main.js')], {
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        DATABASE_URL: given.databaseUrl,
        SESSION_SECRET: given.sessionSecret,
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit').then(([code]: unknown[]) => {
      throw new Error(`The limit’s server ended at once (${String(code)})`);
    });
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => undefined);
    return new LimitServer(`http://127.0.0.1:${port}`, child);
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null) {
      const ended = once(this.process, 'exit');
      this.process.kill('SIGTERM');
      await ended;
    }
  }
}
