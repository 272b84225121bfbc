import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../tools/postgres/embedded-postgres.js';
import { prepareDatabase } from '../../tools/postgres/prepare-database.js';
import { UnexpectedAnswer, until } from '../../tools/scenario/http-client.js';
import { confirm, type DraftedAward, draftAwards, orderBook, ordersOfAward, upTo } from './awards.js';
import { allKept, allReady, faultsOfPapers } from './papers.js';
import { type Running, startRunning, temporaryFolder } from './running.js';

const awards = 24;
const clients = 4;

/** What a client was told, try by try. */
interface Told {
  award: DraftedAward;
  answers: (UnexpectedAnswer | 'confirmed')[];
}

/** Confirms until it is confirmed, or refused as confirmed already, as a person would press the button again. */
async function confirmAtLast(running: Running, award: DraftedAward): Promise<Told> {
  const answers: Told['answers'] = [];
  await until(`the confirmation of ${award.id}`, async () => {
    try {
      await confirm(running.people.buyer, award);
      answers.push('confirmed');
      return true;
    } catch (error) {
      if (!(error instanceof UnexpectedAnswer)) {
        throw error;
      }
      answers.push(error);
      return error.status < 500 ? true : null;
    }
  });
  return { award, answers };
}

describe('PostgreSQL restarted and crashed while awards are confirmed', () => {
  let running: Running;
  const closing: (() => Promise<unknown>)[] = [];
  let told: Told[];
  let before: (number | undefined)[];
  beforeAll(async () => {
    const { folder, clear } = await temporaryFolder();
    let postgres: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir: folder });
    closing.push(clear, () => postgres.stop());
    const { port } = postgres;
    const { appUrl, ownerUrl } = await prepareDatabase(postgres.superuserUrl('postgres'), {
      database: 'weftway',
      ownerPassword: 'owner of faults',
      appPassword: 'app of faults',
    });
    running = await startRunning(folder, { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
    closing.push(running.stop);
    const waiting = await draftAwards(running, awards);
    before = [running.instance.api.pid, running.instance.worker.pid];

    const all = Promise.all(
      Array.from({ length: clients }, async () => {
        const mine: Told[] = [];
        for (let award = waiting.pop(); award; award = waiting.pop()) {
          mine.push(await confirmAtLast(running, award));
        }
        return mine;
      }),
    );
    for (const end of ['fast shutdown', 'crash']) {
      const sofar = waiting.length;
      await until('some confirmations', async () => (waiting.length <= sofar - 6 ? true : null));
      if (end === 'crash') {
        process.kill(await postgres.serverPid(), 'SIGKILL');
      }
      await postgres.stop();
      postgres = await startEmbeddedPostgres({ dataDir: folder, port });
    }
    told = (await all).flat();
  }, 120_000);
  afterAll(async () => {
    for (const close of closing.reverse()) {
      await close();
    }
  }, 30_000);

  it('is told as what it is, by problem documents, and trying again helps', () => {
    const failures = told.flatMap(({ answers }) =>
      answers.filter((one) => one instanceof UnexpectedAnswer && one.status >= 500),
    );
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures as UnexpectedAnswer[]) {
      expect(failure.body).toMatchObject({ status: failure.status, code: expect.any(String) });
      expect(JSON.stringify(failure.body)).not.toMatch(
        /postgres|terminat|ECONN|select|127\.0\.0\.1:(?!\d+\/problems)/i,
      );
    }
  });

  it('leaves every award confirmed once, with all of its orders and no number left out', async () => {
    const { numbers, perAward, brokenChains } = await orderBook(running);
    expect(numbers).toEqual(upTo(awards * ordersOfAward));
    expect([...perAward.keys()].sort()).toEqual(told.map(({ award }) => award.id).sort());
    expect(new Set(perAward.values())).toEqual(new Set([ordersOfAward]));
    expect(brokenChains).toBe(0);
  });

  it('loses nothing that was acknowledged: whoever was refused in the end had been heard before', () => {
    for (const { answers } of told) {
      const last = answers.at(-1);
      if (last !== 'confirmed') {
        // The commit was done and its answer lost with the connection.
        expect(answers.length).toBeGreaterThan(1);
        expect([409, 412]).toContain(last?.status);
      }
    }
  });

  it('ends neither api nor worker, and the documents are made after', async () => {
    await allReady(running, 60);
    await allKept(running);
    expect(await faultsOfPapers(running)).toEqual([]);
    expect([running.instance.api.pid, running.instance.worker.pid]).toEqual(before);
    const ready = await fetch(`${running.instance.url}/v1/public/health/ready`);
    expect(ready.status).toBe(200);
  }, 100_000);
});
