import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UnexpectedAnswer, until } from '../scenario/http-client.js';
import { Random } from '../seed/random.js';
import { script } from '../start/script.js';
import { confirm, type DraftedAward, draftAwards, type Drafting } from './awards.js';
import { Findings, type RowOptions } from './findings.js';
import { orderBook } from './order-book.js';
import { allReady, papersWrong, promisesBroken } from './papers.js';
import { underWay } from './queues.js';
import { type Running, withRunning } from './running.js';

export interface StoppedApiOptions extends RowOptions {
  stops: number;
  /** Clients that read lists without pause. */
  readers: number;
  /** Clients that confirm awards. */
  writers: number;
  drafting: Drafting;
}

/** Row 8: api and worker are asked to end while they are at work; then a start with a migration pending is refused. */
export async function stoppedApi(options: StoppedApiOptions): Promise<Findings> {
  const findings = new Findings(options.say);
  await withRunning(options.env ?? {}, async (running) => {
    options.say(`  preparing ${options.drafting.awards} awards …`);
    const drafted = await draftAwards(running, options.drafting);
    const load = new Load(running, drafted, options);
    const random = new Random(options.seed).fork('stopped api');
    const share = Math.floor(drafted.length / (options.stops + 1));
    for (let stop = 1; stop <= options.stops; stop += 1) {
      await until('some confirmations', async () => (load.confirmed.size >= stop * share ? true : null));
      await pause(random.whole(0, 300));
      await stopApi(running, findings, load);
      await stopWorker(running, findings);
    }
    await load.finished();
    const cut = await cutOf(running, load);
    findings.take({ lost: [], doubled: [], broken: [...load.refused, ...cut] });
    findings.expect(load.answered > 0, 'nothing was answered: the row tried nothing');
    await allReady(running, 60);
    findings.take({ lost: await promisesBroken(running, 30), doubled: [] });
    findings.take(await papersWrong(running));
    const book = await orderBook(running, options.drafting.ordersEach);
    findings.take({ lost: [], doubled: [], broken: book.broken });
    findings.take({
      lost: [...load.confirmed].filter((id) => !book.perAward.has(id)).map((id) => `award ${id} is absent`),
      doubled: [],
    });
    findings.expect(load.confirmed.size === drafted.length, 'not every award was confirmed in the end');
    findings.figure(
      `${load.answered} requests answered, ${load.turnedAway + load.torn.length - cut.length} turned away at the closed door, ${cut.length} cut`,
    );
    await pendingMigration(running, findings);
  });
  return findings;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Clients that read and confirm over connections that are kept open, and remember how each request ended. */
class Load {
  answered = 0;
  turnedAway = 0;
  stops = 0;
  /** Answers that nobody should get. */
  readonly refused: string[] = [];
  /** Requests whose connection ended before they were answered. */
  readonly torn: { requestId: string; how: string }[] = [];
  readonly confirmed = new Set<string>();
  private readonly waiting: DraftedAward[];
  private readonly writers: Promise<unknown>;
  private readonly readers: Promise<unknown>;
  private writing = true;

  constructor(
    private readonly running: Running,
    drafted: readonly DraftedAward[],
    { readers, writers }: StoppedApiOptions,
  ) {
    this.waiting = [...drafted];
    this.writers = Promise.all(Array.from({ length: writers }, () => this.write()));
    this.readers = Promise.all(Array.from({ length: readers }, () => this.read()));
  }

  async finished(): Promise<void> {
    await this.writers;
    this.writing = false;
    await this.readers;
  }

  private async write(): Promise<void> {
    for (let award = this.waiting.pop(); award; award = this.waiting.pop()) {
      const mine = award;
      const key = randomUUID();
      await until(`the confirmation of ${mine.id}`, async () => {
        const answer = await this.send((requestId) =>
          confirm(this.running.people.buyer, mine, { 'idempotency-key': key, 'x-request-id': requestId }),
        );
        return answer ? true : null;
      });
      this.confirmed.add(mine.id);
      // Otherwise all is confirmed before the first stop.
      await pause(20);
    }
  }

  private async read(): Promise<void> {
    while (this.writing) {
      const answered = await this.send((requestId) =>
        this.running.people.buyer.get('/v1/buyer/requests?limit=25', {
          headers: { 'x-request-id': requestId },
        }),
      );
      // Nobody hammers a door that is closed.
      await pause(answered ? 5 : 50);
    }
  }

  /** @returns whether it was done */
  private async send(request: (requestId: string) => Promise<unknown>): Promise<boolean> {
    const requestId = randomUUID();
    try {
      await request(requestId);
      this.answered += 1;
      return true;
    } catch (error) {
      if (error instanceof UnexpectedAnswer && error.status === 503) {
        this.turnedAway += 1;
      } else if (codeOf(error).startsWith('ECONNREFUSED')) {
        // A connection that was never taken is no request that was cut.
        this.turnedAway += 1;
      } else if (error instanceof UnexpectedAnswer) {
        this.refused.push(error.message);
      } else {
        this.torn.push({ requestId, how: codeOf(error) });
      }
      return false;
    }
  }
}

function codeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return cause?.code === undefined ? String(error) : `${cause.code} ${cause.message}`.trim();
}

/**
 * Of the requests whose connection ended, those that the api had taken: it says of each what it answered. What was still in the
 * system's own line before the door when that was shut has never reached it.
 */
async function cutOf(running: Running, load: Load): Promise<string[]> {
  const taken = await logOf<{ requestId?: string }>(running);
  const answered = new Set(taken.map((line) => line.requestId));
  return load.torn
    .filter(({ requestId }) => answered.has(requestId))
    .map(({ requestId, how }) => `the answer to ${requestId} was cut: ${how}`);
}

async function logOf<Line>(running: Running): Promise<Line[]> {
  const text = await readFile(path.join(running.dataDir, 'log/api.log'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

async function stopApi(running: Running, findings: Findings, load: Load): Promise<void> {
  const { api, url } = running.instance;
  findings.fault(`SIGTERM to the api with ${load.confirmed.size} awards confirmed`);
  const { pid } = api;
  api.kill('SIGTERM');
  await until('the end of the api', async () => (api.pid !== pid || !api.isRunning ? true : null), 60);
  const ends = (await logOf<{ msg: string; underWay?: number }>(running)).filter(
    ({ msg }) => msg === 'The api has ended',
  );
  load.stops += 1;
  findings.expect(
    ends.length === load.stops && ends.at(-1)?.underWay === 0,
    'the api ended with requests under way',
  );
  await until('the api again', async () => {
    const answer = await fetch(`${url}/v1/public/health/ready`).catch(() => null);
    return answer?.ok ? true : null;
  });
}

/** A worker that is asked to end finishes what it has taken: nothing is left under way for another to find by its lock. */
async function stopWorker(running: Running, findings: Findings): Promise<void> {
  const { worker } = running.instance;
  await until('a worker at work', async () => (worker.hasSaid('The worker is working') ? true : null));
  findings.fault('SIGTERM to the worker');
  const code = await worker.end();
  findings.expect(code === 0, `the worker ended with ${String(code)}`);
  for (const { queue, jobs } of await underWay(running)) {
    findings.broken.push(`${jobs} jobs of ${queue} were left half done by a worker that ended by itself`);
  }
  worker.start();
}

/** With a migration taken back, api and worker say which one they lack and do not start; after migrating they do. */
async function pendingMigration(running: Running, findings: Findings): Promise<void> {
  const { instance } = running;
  const [last] = await running.peek<{ name: string }>('select name from migration order by id desc limit 1');
  findings.fault(`start with the migration ${last?.name} pending`);
  await script('dist/migrations/run.js', instance.env, ['down']);
  for (const name of ['api', 'worker'] as const) {
    const refusal = await script(`dist/apps/${name}/bundle/main.js`, { ...instance.env, PORT: '0' }).then(
      () => 'it started and ended',
      (error: unknown) => (error as Error).message,
    );
    findings.expect(
      refusal.includes('migrations pending') && refusal.includes(last?.name ?? 'a name'),
      `the ${name} does not say that a migration is pending: ${refusal.slice(0, 400)}`,
    );
  }
  await script('dist/migrations/run.js', instance.env);
  const ready = await fetch(`${instance.url}/v1/public/health/ready`);
  findings.expect(ready.ok, 'the api is not ready after migrating');
}
