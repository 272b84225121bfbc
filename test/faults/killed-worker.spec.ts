import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestRedis } from '../../tools/redis/test-redis.js';
import { until } from '../../tools/scenario/http-client.js';
import { confirm, draftAwards, orderBook, ordersOfAward, upTo } from './awards.js';
import { allKept, allReady, faultsOfPapers, promisesOpen, readiness } from './papers.js';
import { type Running, startRunning, temporaryFolder } from './running.js';

const awards = 20;
const orders = awards * ordersOfAward;

/** How many documents are ready at each of these moments a worker is killed. */
const deaths = [10, 70];

interface Survived {
  running: Running;
  /** Processes that were killed. */
  killed: Set<number>;
  /** From the last death until every document was ready. */
  recoveredAfterMs: number;
}

/** What was started, to be ended whatever became of the rest. */
const closing: (() => Promise<unknown>)[] = [];

/** Confirms awards and kills the worker with SIGKILL again and again while their documents are made. */
async function killWhileMaking(env: Record<string, string>): Promise<Survived> {
  const { folder, clear } = await temporaryFolder();
  const running = await startRunning(folder, { TEST_FSYNC: 'off', ...env });
  closing.push(async () => {
    await running.stop();
    await clear();
  });
  const drafted = await draftAwards(running, awards);
  await Promise.all(drafted.map((award) => confirm(running.people.buyer, award)));
  const killed = new Set<number>();
  for (const moment of deaths) {
    const pid = await until(`${moment} documents of a worker that lives`, async () => {
      const { pid } = running.instance.worker;
      return pid !== undefined && !killed.has(pid) && (await readiness(running)).ready >= moment ? pid : null;
    });
    process.kill(pid, 'SIGKILL');
    killed.add(pid);
    const { ready } = await readiness(running);
    if (ready === orders * 2) {
      throw new Error('All documents were ready before the worker was killed: make more orders');
    }
  }
  const recoveredAfterMs = await allReady(running, 60);
  await allKept(running);
  return { running, killed, recoveredAfterMs };
}

let stopRedis = async (): Promise<void> => undefined;
let survived: { PostgreSQL: Survived; Redis: Survived | null };
beforeAll(async () => {
  const redis = await startTestRedis();
  stopRedis = async () => redis?.stop();
  if (!redis) {
    // Said, not hidden: the closing line of the run cannot tell it.
    console.log('No Redis on this machine: a killed worker was not tried there.');
  }
  // Both at once: most of the time is waiting for locks to run out.
  const [onPostgres, onRedis] = await Promise.all([
    killWhileMaking({}),
    redis && killWhileMaking({ REDIS_URL: redis.url }),
  ]);
  survived = { PostgreSQL: onPostgres, Redis: onRedis };
}, 180_000);
afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
  await stopRedis();
}, 30_000);

describe.each(['PostgreSQL', 'Redis'] as const)(
  'a worker killed while it makes documents, queue on %s',
  (where) => {
    it('is followed by another, and what it had begun is done within 20 seconds, its start included', () => {
      const found = survived[where];
      if (found) {
        expect(found.killed.size).toBe(deaths.length);
        expect(found.killed).not.toContain(found.running.instance.worker.pid);
        expect(found.recoveredAfterMs).toBeLessThan(20_000);
      }
    });

    it('leaves each order with one PDF and one XML, whole, as their hashes say', async () => {
      const found = survived[where];
      if (found) {
        expect(await faultsOfPapers(found.running)).toEqual([]);
        expect(await readiness(found.running)).toEqual({ ready: orders * 2, all: orders * 2 });
      }
    });

    it('loses no message and no number', async () => {
      const found = survived[where];
      if (found) {
        expect(await promisesOpen(found.running)).toEqual([]);
        const told = await found.running.peek(
          `select payload->>'orderId' from outbox_message where type = 'order.documents_ready' group by 1 having count(*) = 1`,
        );
        expect(told).toHaveLength(orders);
        const book = await orderBook(found.running);
        expect(book.numbers).toEqual(upTo(orders));
        expect(book.brokenChains).toBe(0);
      }
    });
  },
);
