import { startRedisServer } from '../redis/test-redis.js';
import { Random } from '../seed/random.js';
import { until } from '../scenario/http-client.js';
import { confirm, draftAwards, type Drafting } from './awards.js';
import { Findings, type RowOptions } from './findings.js';
import { orderBook } from './order-book.js';
import { allReady, papersWrong, promisesBroken, readiness } from './papers.js';
import { type Running, withRunning } from './running.js';

/** How many workers are killed over how many orders. */
export interface Killing {
  kills: number;
  drafting: Drafting;
}

export interface KilledWorkerOptions extends RowOptions {
  onPostgres: Killing;
  /** The same with the queue on Redis, where there is one on this machine; not at all when null. */
  onRedis: Killing | null;
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
  return Array.from({ length: howMany }, (_, index) =>
    // The first at work, so that however few they are one of them is.
    random.chance(deathsInStart) && index > 0
      ? { phase: 'starting', afterMs: random.whole(startingMs.least, startingMs.most) }
      : { phase: 'working', afterMs: random.whole(workedMs.least, workedMs.most) },
  );
}

/** Row 1: the worker is killed with SIGKILL at random moments while orders are issued and their documents made. */
export async function killedWorker(options: KilledWorkerOptions): Promise<Findings> {
  const findings = new Findings(options.say);
  await withRunning(options.env ?? {}, (running) => kill(running, options, options.onPostgres, findings));
  const { onRedis } = options;
  if (!onRedis) {
    return findings;
  }
  const redis = await startRedisServer();
  if (!redis) {
    findings.skip('killed workers with the queue on Redis need redis-server on the path');
    return findings;
  }
  try {
    options.say('  with the queue on Redis:');
    const env = { ...options.env, REDIS_URL: redis.url };
    await withRunning(env, (running) => kill(running, options, onRedis, findings));
  } finally {
    await redis.stop();
  }
  return findings;
}

/** An award is confirmed every so many kills, so that there is work for each of them. */
async function kill(
  running: Running,
  options: RowOptions,
  killing: Killing,
  findings: Findings,
): Promise<void> {
  const { awards, ordersEach } = killing.drafting;
  options.say(`  preparing ${awards} awards of ${ordersEach} orders each …`);
  const drafted = await draftAwards(running, killing.drafting);
  const kills = killsOf(options.seed, killing.kills);
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
  const goneOnAfterMs = await goneOn(running);
  const doneAfterMs = await allReady(running, 300);
  findings.figure(
    `${killing.kills} workers killed, ${atWork} of them over unfinished documents; after the last the next document was ready in ${(goneOnAfterMs / 1000).toFixed(1)} s, all of them ${(doneAfterMs / 1000).toFixed(1)} s later`,
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
}

/** @returns milliseconds until one more document is ready */
async function goneOn(running: Running): Promise<number> {
  const begun = performance.now();
  const { ready: before } = await readiness(running);
  await until('another document', async () => {
    const { ready, all } = await readiness(running);
    return ready > before || ready === all ? true : null;
  });
  return performance.now() - begun;
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
