import { Random } from '../seed/random.js';
import { until } from '../scenario/http-client.js';
import { confirm, draftAwards, type Drafting } from './awards.js';
import { Findings, type RowOptions } from './findings.js';
import { orderBook } from './order-book.js';
import { allReady, papersWrong, promisesBroken, readiness } from './papers.js';
import { type Running, withRunning } from './running.js';

export interface KilledWorkerOptions extends RowOptions {
  kills: number;
  drafting: Drafting;
}

/** A worker that never gets beyond its start does nothing: most die at work, some on the way there. */
const deathsInStart = 0.1;
/** Milliseconds that a worker may have worked when it is killed. */
const workedMs = { least: 20, most: 900 };
/** Milliseconds after which one is killed while it starts. */
const startingMs = { least: 0, most: 1_200 };

interface Kill {
  phase: 'working' | 'starting';
  afterMs: number;
}

/** The same seed gives the same kills. */
export function killsOf(seed: number, howMany: number): Kill[] {
  const random = new Random(seed).fork('killed worker');
  return Array.from({ length: howMany }, () =>
    random.chance(deathsInStart)
      ? { phase: 'starting', afterMs: random.whole(startingMs.least, startingMs.most) }
      : { phase: 'working', afterMs: random.whole(workedMs.least, workedMs.most) },
  );
}

/**
 * Row 1: kills the worker with SIGKILL at random moments while orders are issued and their documents made. An award is confirmed
 * every so many kills, so that there is work for each of them.
 */
export async function killedWorker(options: KilledWorkerOptions): Promise<Findings> {
  const findings = new Findings(options.say);
  const { awards, ordersEach } = options.drafting;
  await withRunning(options.env ?? {}, async (running) => {
    options.say(`  preparing ${awards} awards of ${ordersEach} orders each …`);
    const drafted = await draftAwards(running, options.drafting);
    const kills = killsOf(options.seed, options.kills);
    const every = kills.length / drafted.length;
    let atWork = 0;
    let confirmed = 0;
    for (const [index, kill] of kills.entries()) {
      while (confirmed < drafted.length && confirmed * every <= index) {
        const award = drafted[confirmed];
        if (award) {
          await confirm(running.people.buyer, award);
        }
        confirmed += 1;
      }
      atWork += await killOnce(running, kill, findings);
    }
    for (const award of drafted.slice(confirmed)) {
      await confirm(running.people.buyer, award);
    }
    const recoveredAfterMs = await allReady(running, 120);
    findings.figure(
      `${options.kills} workers killed, ${atWork} of them over unfinished documents; the last document was ready ${(recoveredAfterMs / 1000).toFixed(1)} s after the last of them`,
    );
    findings.expect(
      recoveredAfterMs < 30_000,
      `what the last worker had begun was done only after ${Math.round(recoveredAfterMs / 1000)} s`,
    );
    findings.expect(atWork > 0, 'no worker was killed over its work: the row tried nothing');
    findings.take({ lost: await promisesBroken(running, 60), doubled: [] });
    findings.take(await papersWrong(running));
    const book = await orderBook(running, ordersEach);
    findings.take({ lost: [], doubled: [], broken: book.broken });
    const missing = awards * ordersEach - book.orders;
    findings.expect(missing === 0, `${missing} orders are missing`);
    const { ready } = await readiness(running);
    findings.figure(`${book.orders} orders, ${ready} documents ready`);
  });
  return findings;
}

/** @returns 1 when there were documents to make as the worker died, otherwise 0 */
async function killOnce(running: Running, kill: Kill, findings: Findings): Promise<number> {
  const { worker } = running.instance;
  await until('a worker', async () =>
    worker.isRunning && (kill.phase === 'starting' || worker.hasSaid('The worker is working')) ? true : null,
  );
  await new Promise((resolve) => setTimeout(resolve, kill.afterMs));
  const { ready, all } = await readiness(running);
  const { pid } = worker;
  findings.fault(
    `SIGKILL ${kill.afterMs} ms into ${kill.phase === 'starting' ? 'its start' : 'its work'}, ${ready} of ${all} documents ready`,
  );
  worker.kill('SIGKILL');
  await until('its end', async () => (worker.pid !== pid || !worker.isRunning ? true : null));
  return ready < all && kill.phase === 'working' ? 1 : 0;
}
