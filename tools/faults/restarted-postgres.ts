import { randomUUID } from 'node:crypto';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { prepareDatabase } from '../postgres/prepare-database.js';
import { UnexpectedAnswer, until } from '../scenario/http-client.js';
import { Random } from '../seed/random.js';
import { confirm, type DraftedAward, draftAwards, type Drafting } from './awards.js';
import { Findings, type RowOptions } from './findings.js';
import { orderBook } from './order-book.js';
import { allReady, papersWrong, promisesBroken } from './papers.js';
import { type Running, startRunning, temporaryFolder } from './running.js';

export interface RestartedPostgresOptions extends RowOptions {
  clients: number;
  restarts: number;
  drafting: Drafting;
}

/** How the server ends: PostgreSQL's own two ways without waiting for anyone, and a crash. */
const ends = ['fast', 'immediate', 'crash'] as const;
type End = (typeof ends)[number];

interface Restart {
  end: End;
  /** How many more awards are acknowledged before the server ends. */
  afterAwards: number;
}

/** The same seed gives the same restarts; each way comes up. */
export function restartsOf(seed: number, howMany: number, awards: number): Restart[] {
  const random = new Random(seed).fork('restarted postgres');
  const share = Math.max(1, Math.floor(awards / (howMany + 1)));
  return Array.from({ length: howMany }, (_, index) => ({
    end: index < ends.length ? (ends[index] ?? 'fast') : random.pick(ends),
    afterAwards: random.whole(Math.max(1, Math.ceil(share / 2)), share),
  }));
}

/** Of four clients this one gives up an award at the first failure, as people do, and comes back to the next one later. */
const givingUp = 3;
const sulkMs = 2_500;

/** What a client was told, try by try, under one Idempotency-Key. */
interface Told {
  award: DraftedAward;
  answers: (UnexpectedAnswer | 'confirmed' | 'none')[];
}

/** Row 2: PostgreSQL is stopped, stopped at once and crashed while clients confirm awards, and started again. */
export async function restartedPostgres(options: RestartedPostgresOptions): Promise<Findings> {
  const findings = new Findings(options.say);
  const { folder, clear } = await temporaryFolder();
  const closing: (() => Promise<unknown>)[] = [clear];
  try {
    let postgres: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir: folder });
    closing.push(() => postgres.stop());
    const { port } = postgres;
    const { appUrl, ownerUrl } = await prepareDatabase(postgres.superuserUrl('postgres'), {
      database: 'weftway',
      ownerPassword: 'owner of faults',
      appPassword: 'app of faults',
    });
    const running = await startRunning(folder, { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
    closing.push(running.stop);
    options.say(`  preparing ${options.drafting.awards} awards …`);
    const drafted = await draftAwards(running, options.drafting);
    const before = [running.instance.api.pid, running.instance.worker.pid];

    const waiting = [...drafted];
    // The last few are confirmed by nobody: they must stay absent.
    const untouched = waiting.splice(0, Math.ceil(drafted.length / 50));
    const schedule = restartsOf(options.seed, options.restarts, waiting.length);
    let acknowledged = 0;
    const all = Promise.all(
      Array.from({ length: options.clients }, async (_, client) => {
        const mine: Told[] = [];
        for (let award = waiting.pop(); award; award = waiting.pop()) {
          const told = await confirmAs(running, award, client % 4 === givingUp);
          mine.push(told);
          if (told.answers.at(-1) === 'confirmed') {
            acknowledged += 1;
          } else {
            await new Promise((resolve) => setTimeout(resolve, sulkMs));
          }
        }
        return mine;
      }),
    );
    for (const restart of schedule) {
      const enough = acknowledged + restart.afterAwards;
      await until('some confirmations', async () =>
        acknowledged >= enough || waiting.length === 0 ? true : null,
      );
      findings.fault(`${restart.end} end of PostgreSQL with ${waiting.length} awards to go`);
      await endPostgres(postgres, restart.end);
      postgres = await startEmbeddedPostgres({ dataDir: folder, port });
    }
    const told = (await all).flat();
    await judge(running, findings, { told, untouched, ordersEach: options.drafting.ordersEach });
    findings.expect(
      [running.instance.api.pid, running.instance.worker.pid].join() === before.join(),
      'api or worker ended with the database',
    );
    const ready = await until('the api', async () => {
      const answer = await fetch(`${running.instance.url}/v1/public/health/ready`);
      return answer.ok ? answer : null;
    });
    findings.expect(ready.ok, 'the api is not ready after it all');
  } finally {
    for (const close of closing.reverse()) {
      await close();
    }
  }
  return findings;
}

async function endPostgres(postgres: EmbeddedPostgres, end: End): Promise<void> {
  const pid = await postgres.serverPid();
  if (end !== 'fast') {
    // SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint, recovery at the next start.
    process.kill(pid, end === 'crash' ? 'SIGKILL' : 'SIGQUIT');
  }
  await postgres.stop();
}

/** Confirms until there is an answer that is no failure, by the same key, as a person would press the button again. */
async function confirmAs(running: Running, award: DraftedAward, givesUp: boolean): Promise<Told> {
  const answers: Told['answers'] = [];
  const key = randomUUID();
  await until(`the confirmation of ${award.id}`, async () => {
    try {
      await confirm(running.people.buyer, award, { 'idempotency-key': key });
      answers.push('confirmed');
      return true;
    } catch (error) {
      // An idle connection that ends as it is used again leaves its request without an answer, as it does to a browser.
      const answer = error instanceof UnexpectedAnswer ? error : 'none';
      answers.push(answer);
      return givesUp || (answer !== 'none' && answer.status < 500) ? true : null;
    }
  });
  return { award, answers };
}

async function judge(
  running: Running,
  findings: Findings,
  asked: { told: readonly Told[]; untouched: readonly DraftedAward[]; ordersEach: number },
): Promise<void> {
  await allReady(running, 120);
  const { perAward, broken, orders } = await orderBook(running, asked.ordersEach);
  findings.take({ lost: await promisesBroken(running, 60), doubled: [], broken });
  findings.take(await papersWrong(running));
  let acknowledged = 0;
  let failures = 0;
  let inDoubt = 0;
  for (const { award, answers } of asked.told) {
    const last = answers.at(-1);
    for (const answer of answers) {
      if (answer instanceof UnexpectedAnswer) {
        failures += 1;
        findings.take({ lost: [], doubled: [], broken: badlyTold(answer) });
      }
    }
    if (last === 'confirmed') {
      acknowledged += 1;
      if (!perAward.has(award.id)) {
        findings.lost.push(`award ${award.id} was acknowledged and is absent`);
      }
    } else if (last instanceof UnexpectedAnswer && last.status < 500) {
      findings.broken.push(`the repetition of ${award.id} under its key was refused: ${last.message}`);
    } else if (perAward.has(award.id)) {
      // Committed, and its answer lost with the connection: allowed once, whole, and to be seen by who looks again.
      inDoubt += 1;
    }
  }
  for (const award of asked.untouched.filter((one) => perAward.has(one.id))) {
    findings.doubled.push(`award ${award.id} was confirmed by nobody and is there`);
  }
  findings.expect(failures > 0, 'no confirmation met a restart: the row tried nothing');
  findings.figure(
    `${acknowledged} awards acknowledged and present, ${inDoubt} present whose answer was lost with the connection, ` +
      `${asked.told.length - acknowledged - inDoubt + asked.untouched.length} absent; ${failures} answers told of the failure; ${orders} orders`,
  );
}

/** A failure is told by a problem document, in words that give away nothing of the inside. */
function badlyTold(answer: UnexpectedAnswer): string[] {
  const { status, code } = (answer.body ?? {}) as { status?: unknown; code?: unknown };
  if (status !== answer.status || typeof code !== 'string') {
    return [`an answer of ${answer.status} is no problem document: ${answer.message}`];
  }
  const inside = /postgres|terminat|ECONN|select|127\.0\.0\.1:(?!\d+\/problems)/i;
  return inside.test(JSON.stringify(answer.body)) ? [`an answer tells of the inside: ${answer.message}`] : [];
}
