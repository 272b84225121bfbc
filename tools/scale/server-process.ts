import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';

/** A program of this machine that serves until it is stopped, and can be killed. */
export class ServerProcess {
  private process: ChildProcess | null = null;
  private ended: Promise<void> = Promise.resolve();
  private words = '';

  constructor(
    private readonly program: string,
    private readonly args: readonly string[],
    private readonly options: Pick<SpawnOptions, 'cwd' | 'uid' | 'gid'> = {},
  ) {}

  start(): void {
    const started = spawn(this.program, [...this.args], {
      ...this.options,
      env: { PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.words = (this.words + chunk.toString('utf8')).slice(-4_000);
      });
    }
    this.ended = new Promise((resolve) => started.once('exit', () => resolve()));
    this.process = started;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.process?.exitCode === null && this.process.signalCode === null) {
      this.process.kill(signal);
      await this.ended;
    }
  }

  /** Waits until the probe succeeds. @throws Error with the server's last words */
  async answering(probe: () => Promise<unknown>): Promise<void> {
    for (const end = Date.now() + 20_000; ;) {
      try {
        await probe();
        return;
      } catch (error) {
        if (Date.now() > end || this.process?.exitCode !== null) {
          throw new Error(`${this.program} does not serve: ${this.words}`, { cause: error });
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}
