import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../project-root.js';

/** A process of Weftway: api or worker, with its log in a file. */
export class Child {
  private process: ChildProcess | null = null;
  private readonly log: WriteStream;
  private readonly recent: string[] = [];
  private ended: Promise<number | null> = Promise.resolve(0);
  stopping = false;

  constructor(
    readonly name: 'api' | 'worker',
    private readonly env: NodeJS.ProcessEnv,
    logFolder: string,
    private readonly onExit: (child: Child, code: number | null, ranForMs: number) => void,
  ) {
    this.log = createWriteStream(path.join(logFolder, `${name}.log`), { flags: 'a' });
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  get isRunning(): boolean {
    return this.process !== null && this.process.exitCode === null && this.process.signalCode === null;
  }

  start(): void {
    this.stopping = false;
    const started = spawn(
      process.execPath,
      [path.join(projectRoot, `dist/apps/${this.name}/bundle/main.js`)],
      {
        env: this.env,
        // The fourth is a channel whose closing tells api and worker that whoever started them is gone.
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        // Ctrl-C goes to the starter alone, which stops everything in order.
        detached: process.platform !== 'win32',
      },
    );
    this.process = started;
    this.recent.length = 0;
    const begun = performance.now();
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on('data', (chunk: Buffer) => this.take(chunk.toString('utf8')));
    }
    this.ended = new Promise((resolve) => {
      started.once('exit', (code) => {
        resolve(code);
        if (!this.stopping) {
          this.onExit(this, code, performance.now() - begun);
        }
      });
    });
  }

  /** Asks to end, and after 15 seconds insists. It stays ended until it is started again. */
  async end(): Promise<number | null> {
    this.stopping = true;
    const running = this.process;
    if (running && this.isRunning) {
      running.kill('SIGTERM');
      const insist = setTimeout(() => running.kill('SIGKILL'), 15_000);
      await this.ended;
      clearTimeout(insist);
    }
    return this.ended;
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    await this.end();
    this.log.end();
  }

  kill(signal: NodeJS.Signals): void {
    this.process?.kill(signal);
  }

  /** Whether these words are among the last 200 lines since it was started. */
  hasSaid(words: string): boolean {
    return this.recent.some((line) => line.includes(words));
  }

  lastLines(): string {
    return this.recent.slice(-15).join('\n');
  }

  private take(text: string): void {
    // A process may still have words on their way when it has ended.
    if (this.log.writable) {
      this.log.write(text);
    }
    this.recent.push(...text.split('\n').filter((line) => line.length > 0));
    this.recent.splice(0, Math.max(0, this.recent.length - 200));
  }
}
