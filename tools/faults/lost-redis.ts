import { startRedisServer, type RedisServer } from '../redis/test-redis.js';
import { Random } from '../seed/random.js';
import { confirm, type DraftedAward, draftAwards, type Drafting } from './awards.js';
import { Findings, type RowOptions } from './findings.js';
import { orderBook } from './order-book.js';
import { allReady, papersWrong, promisesBroken, readiness } from './papers.js';
import { type Running, withRunning } from './running.js';

export interface LostRedisOptions extends RowOptions {
  /** How long Redis is away, each time. */
  awayMs: number;
  /** What happens to it, in this order. */
  troubles: readonly RedisTrouble[];
  drafting: Drafting;
}

/** What happens to Redis: ended with what it holds kept, frozen, emptied with jobs in it, and ended and emptied. */
export type RedisTrouble = 'ended' | 'frozen' | 'emptied' | 'ended and emptied';

/** The longest answer that is borne while Redis is away, in milliseconds: no request waits for the queue. */
const patienceMs = 20_000;

/** Row 3: Redis goes away and is emptied while awards are confirmed; the outbox keeps what was promised. */
export async function lostRedis(options: LostRedisOptions): Promise<Findings> {
  const findings = new Findings(options.say);
  const redis = await startRedisServer();
  if (!redis) {
    findings.skip('Redis in trouble needs redis-server on the path');
    return findings;
  }
  try {
    await withRunning({ ...options.env, REDIS_URL: redis.url }, async (running) => {
      const { troubles } = options;
      const drafted = await draftAwards(running, options.drafting);
      const random = new Random(options.seed).fork('lost redis');
      const waiting = [...drafted];
      const share = Math.floor(waiting.length / troubles.length);
      let slowestMs = 0;
      for (const trouble of troubles) {
        const mine = trouble === troubles.at(-1) ? waiting.splice(0) : waiting.splice(0, share);
        const before = mine.splice(0, random.whole(1, Math.max(1, mine.length - 1)));
        slowestMs = Math.max(slowestMs, await confirmAll(running, before, findings));
        const { ready, all } = await readiness(running);
        findings.fault(`Redis ${trouble}, ${ready} of ${all} documents ready`);
        slowestMs = Math.max(slowestMs, await during(running, redis, trouble, mine, options, findings));
        await allReady(running, 120);
      }
      findings.figure(`the slowest confirmation took ${Math.round(slowestMs)} ms`);
      findings.expect(slowestMs < patienceMs, 'a confirmation waited for Redis');
      findings.take({ lost: await promisesBroken(running, 90), doubled: [] });
      findings.take(await papersWrong(running));
      const book = await orderBook(running, options.drafting.ordersEach);
      findings.take({ lost: [], doubled: [], broken: book.broken });
      findings.expect(book.perAward.size === drafted.length, `${book.perAward.size} awards have orders`);
      findings.figure(`${book.orders} orders, each with its documents`);
    });
  } finally {
    await redis.stop();
  }
  return findings;
}

/** @returns milliseconds of the slowest confirmation */
async function during(
  running: Running,
  redis: RedisServer,
  trouble: RedisTrouble,
  awards: readonly DraftedAward[],
  options: LostRedisOptions,
  findings: Findings,
): Promise<number> {
  if (trouble === 'emptied') {
    const slowest = await confirmAll(running, awards, findings);
    await redis.empty();
    return slowest;
  }
  await (trouble === 'frozen' ? redis.freeze(true) : redis.end());
  const begun = performance.now();
  const slowest = await confirmAll(running, awards, findings, options.awayMs * 0.8);
  const ready = await fetch(`${running.instance.url}/v1/public/health/ready`);
  findings.expect(ready.ok, `the api is not ready while Redis is ${trouble}: requests would go nowhere`);
  const left = options.awayMs - (performance.now() - begun);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, left)));
  if (trouble === 'frozen') {
    redis.freeze(false);
  } else {
    await redis.begin();
  }
  if (trouble === 'ended and emptied') {
    await redis.empty();
  }
  return slowest;
}

/** Confirms one after the other, over so long. @returns milliseconds of the slowest */
async function confirmAll(
  running: Running,
  awards: readonly DraftedAward[],
  findings: Findings,
  overMs = 0,
): Promise<number> {
  let slowest = 0;
  for (const award of awards) {
    const begun = performance.now();
    await confirm(running.people.buyer, award).catch((error: unknown) => {
      findings.broken.push(`a confirmation was refused: ${String(error)}`);
    });
    const tookMs = performance.now() - begun;
    slowest = Math.max(slowest, tookMs);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, overMs / awards.length - tookMs)));
  }
  return slowest;
}
