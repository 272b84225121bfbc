import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnexpectedAnswer, until } from '../../tools/scenario/http-client.js';
import { confirm, draftAwards, orderBook, ordersOfAward, upTo } from './awards.js';
import { allReady, faultsOfPapers } from './papers.js';
import { type Running, startRunning, temporaryFolder } from './running.js';

const awards = 16;

describe('an api that is asked to end while awards are confirmed', () => {
  let running: Running;
  let close = async (): Promise<void> => undefined;
  /** By award: confirmed, refused with a status, or not let in. */
  let outcomes: { award: string; answer: string }[];
  let underWay: number;
  let endedAfterMs: number;
  beforeAll(async () => {
    const { folder, clear } = await temporaryFolder();
    running = await startRunning(folder, { TEST_FSYNC: 'off' });
    close = async () => {
      await running.stop();
      await clear();
    };
    const drafted = await draftAwards(running, awards);
    const { api } = running.instance;
    const pid = api.pid ?? 0;
    let finished = 0;
    const answered = Promise.all(
      drafted.map((award) =>
        confirm(running.people.buyer, award)
          .then(
            () => 'confirmed',
            (error: unknown) => (error instanceof UnexpectedAnswer ? String(error.status) : reasonOf(error)),
          )
          .then((answer) => {
            finished += 1;
            return { award: award.id, answer };
          }),
      ),
    );
    // The first order is there: some requests are answered, others are under way.
    await until('the first order', async () => ((await orderBook(running)).numbers.length > 0 ? true : null));
    const begun = performance.now();
    underWay = awards - finished;
    api.kill('SIGTERM');
    outcomes = await answered;
    await until('the end of the api', async () => (api.pid !== pid || !alive(pid) ? true : null), 15);
    endedAfterMs = performance.now() - begun;
  }, 90_000);
  afterAll(() => close(), 30_000);

  it('answers every request that it had taken, and ends soon after', () => {
    expect(underWay).toBeGreaterThan(0);
    const answers = outcomes.map(({ answer }) => answer);
    expect(answers.filter((answer) => !['confirmed', '503', 'refused'].includes(answer))).toEqual([]);
    expect(answers).toContain('confirmed');
    expect(endedAfterMs).toBeLessThan(15_000);
  });

  it('has confirmed what it said it had, and nothing else', async () => {
    const { perAward, numbers } = await orderBook(running);
    const confirmed = outcomes.filter(({ answer }) => answer === 'confirmed').map(({ award }) => award);
    expect([...perAward.keys()].sort()).toEqual(confirmed.sort());
    expect(new Set(perAward.values())).toEqual(new Set([ordersOfAward]));
    expect(numbers).toEqual(upTo(confirmed.length * ordersOfAward));
  });

  it('is started again, and the documents are made', async () => {
    await until('the api', async () => {
      const answer = await fetch(`${running.instance.url}/v1/public/health/ready`).catch(() => null);
      return answer?.ok ? true : null;
    });
    await allReady(running, 30);
    expect(await faultsOfPapers(running)).toEqual([]);
  }, 60_000);
});

/** A connection that was never taken is no request that was cut. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code === 'ECONNREFUSED' ? 'refused' : `cut: ${cause?.code ?? String(error)}`;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
