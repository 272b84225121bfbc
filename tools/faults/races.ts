import { type HttpClient, UnexpectedAnswer, until } from '../scenario/http-client.js';
import type { Cooperative } from '../scenario/people.js';
import { Random } from '../seed/random.js';
import { admitCooperatives, confirm, draftAwards, publishRequest, quoteBody } from './awards.js';
import { Findings, type RowOptions } from './findings.js';
import { inTurn, upTo } from './in-turn.js';
import { orderBook } from './order-book.js';
import { allReady, papersWrong } from './papers.js';
import { type Running, withRunning } from './running.js';

export interface RacesOptions extends RowOptions {
  /** Clients that confirm the same award, of each of so many awards. */
  sameAward: { clients: number; awards: number };
  /** Cooperatives that revise their quotes around the deadline. */
  revisers: number;
  /** Awards of one retailer that are confirmed at the same moment. */
  orders: number;
}

const ordersEach = 4;

/** Row 4: many at once at the same award, at the same deadline, at the same series of numbers. Rules 4 to 7 hold. */
export async function races(options: RacesOptions): Promise<Findings> {
  const findings = new Findings(options.say);
  await withRunning(options.env ?? {}, async (running) => {
    await sameAward(running, options, findings);
    await atTheDeadline(running, options, findings);
    await sameSeries(running, options, findings);
    await allReady(running, 120);
    const book = await orderBook(running, ordersEach);
    findings.take({ lost: [], doubled: [], broken: [...book.broken, ...(await allocationsWrong(running))] });
    findings.take(await papersWrong(running));
  });
  return findings;
}

/** Each award is confirmed once; everyone else is refused, clearly and with nothing changed. */
async function sameAward(running: Running, options: RacesOptions, findings: Findings): Promise<void> {
  const { clients, awards } = options.sameAward;
  const drafted = await draftAwards(running, { awards, ordersEach });
  const people = await signedIn(running, clients);
  for (const award of drafted) {
    findings.fault(`${clients} clients confirm the same award`);
    const answers = await Promise.all(people.map((client) => outcome(confirm(client, award))));
    const done = answers.filter((answer) => answer === 'done').length;
    if (done !== 1) {
      (done > 1 ? findings.doubled : findings.lost).push(
        `award ${award.id} was confirmed to ${done} clients`,
      );
    }
    findings.expect(
      answers.every((answer) => ['done', 'refused 409', 'refused 412'].includes(answer)),
      `confirming at once was answered by ${[...new Set(answers)].join(', ')}`,
    );
  }
}

/** Sessions of the buyer, each signed in for itself. */
async function signedIn(running: Running, howMany: number): Promise<HttpClient[]> {
  // An account that signs in more often at once than this is held to be guessed at.
  return inTurn(upTo(howMany), 3, () => running.people.reception.signIn('buyer@hearth.example.org'));
}

/** What was sent in the order it was sent, and what became of it. */
interface Revision {
  price: string;
  accepted: boolean;
}

/**
 * A revision is accepted only before the deadline by the database's clock, and then stands; one that is refused leaves
 * the former standing.
 */
async function atTheDeadline(running: Running, options: RacesOptions, findings: Findings): Promise<void> {
  await admitCooperatives(running, options.revisers);
  const invited = running.people.cooperatives.slice(0, options.revisers);
  const { id, lines } = await publishRequest(running, invited);
  const at = `/v1/cooperative/requests/${id}/quote`;
  const begun = performance.now();
  await inTurn(invited, 6, async ({ manager }, index) => {
    const saved = await manager.put<{ id: string }>(at, quoteBody(lines[index]?.id ?? '', '9.00'));
    await manager.post(`${at}/submission`, undefined, { ifMatch: saved.etag });
  });
  const random = new Random(options.seed).fork('races');
  // A second, and as long as the machine takes to answer half of them.
  const leadMs = 1_000 + Math.round((performance.now() - begun) / 2);
  const delays = invited.map(() => random.between(0, leadMs));
  await running.peek(
    `update clock set ahead = ahead + (select deadline - weftway_clock() from request where id = $1) - make_interval(secs => $2)`,
    [id, leadMs / 1_000],
  );
  findings.fault(
    `${invited.length} cooperatives revise their quotes in the last ${(leadMs / 1_000).toFixed(1)} seconds`,
  );
  const revisions = await Promise.all(
    invited.map((cooperative, index) =>
      revise(cooperative, at, { lineId: lines[index]?.id ?? '', afterMs: delays[index] ?? 0 }),
    ),
  );
  await until('the closing', async () => {
    const { body } = await running.people.buyer.get<{ state: string }>(`/v1/buyer/requests/${id}`);
    return body.state === 'closed' ? true : null;
  });
  await judgeRevisions(running, id, invited, revisions, findings);
}

async function revise(
  { manager }: Cooperative,
  at: string,
  { lineId, afterMs }: { lineId: string; afterMs: number },
): Promise<Revision[]> {
  const { etag } = await manager.get(at);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const sent: Revision[] = [{ price: '9', accepted: true }];
  let tag = etag;
  for (const price of ['8', '7', '6']) {
    const revision = { price, accepted: false };
    sent.push(revision);
    try {
      const saved = await manager.put(at, quoteBody(lineId, price), { ifMatch: tag });
      tag = saved.etag;
      const submitted = await manager.post(`${at}/submission`, undefined, { ifMatch: tag });
      tag = submitted.etag;
      revision.accepted = true;
    } catch (error) {
      if (!(error instanceof UnexpectedAnswer) || error.status !== 409) {
        throw error;
      }
    }
  }
  return sent;
}

async function judgeRevisions(
  running: Running,
  requestId: string,
  invited: readonly Cooperative[],
  revisions: readonly Revision[][],
  findings: Findings,
): Promise<void> {
  const stored = await running.peek<{
    cooperative_id: string;
    price: string;
    late: boolean;
    standing: boolean;
  }>(
    `select v.cooperative_id, trim_scale(l.unit_price)::text as price, v.submitted_at >= r.deadline as late, q.revision = v.revision as standing
       from quote_revision v join quote_line l using (quote_id, revision) join quote q on q.id = v.quote_id
       join request r on r.id = v.request_id
      where v.request_id = $1 and v.submitted_at is not null order by v.revision`,
    [requestId],
  );
  let accepted = 0;
  let refused = 0;
  for (const [index, { id, name }] of invited.entries()) {
    const sent = revisions[index] ?? [];
    const mine = stored.filter((row) => row.cooperative_id === id);
    const acknowledged = sent.filter((one) => one.accepted).map((one) => one.price);
    accepted += acknowledged.length - 1;
    refused += sent.length - acknowledged.length;
    for (const price of acknowledged.filter((one) => !mine.some((row) => row.price === one))) {
      findings.lost.push(`${name}: the revision at ${price} was accepted and is absent`);
    }
    findings.expect(
      mine.map((row) => row.price).join() === acknowledged.join(),
      `${name}: accepted ${acknowledged.join()}, stored ${mine.map((row) => row.price).join()}`,
    );
    findings.expect(
      mine.findLast((row) => row.standing)?.price === acknowledged.at(-1),
      `${name}: the last revision that was accepted is not the one that stands`,
    );
    findings.expect(!mine.some((row) => row.late), `${name}: a revision was accepted after the deadline`);
  }
  findings.figure(`${accepted} revisions accepted before the deadline, ${refused} refused after it`);
  findings.expect(accepted > 0 && refused > 0, 'the revisions did not fall on both sides of the deadline');
}

/** Orders of one retailer at the same moment: every one is issued, and the numbers have no gap and no repeat. */
async function sameSeries(running: Running, options: RacesOptions, findings: Findings): Promise<void> {
  const drafted = await draftAwards(running, { awards: options.orders, ordersEach });
  findings.fault(`${options.orders} awards of one retailer are confirmed at the same moment`);
  const answers = await Promise.all(drafted.map((award) => outcome(confirm(running.people.buyer, award))));
  const refused = answers.filter((answer) => answer !== 'done');
  findings.expect(refused.length === 0, `awards of one retailer were answered by ${refused.join(', ')}`);
}

async function outcome(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => 'done',
    (error: unknown) => (error instanceof UnexpectedAnswer ? `refused ${error.status}` : String(error)),
  );
}

/** Rule 5: never more than was quoted for a line, and of the revision that stood at the deadline. */
async function allocationsWrong(running: Running): Promise<string[]> {
  const wrong = await running.peek<{ award_id: string }>(
    `select distinct a.award_id
       from award_allocation a join quote q on q.id = a.quote_id
       join quote_line l on l.quote_id = a.quote_id and l.revision = a.quote_revision and l.request_line_id = a.request_line_id
      where a.quote_revision <> q.revision or a.quantity > l.quantity or q.submitted_at is null`,
  );
  return wrong.map((row) => `award ${row.award_id} takes more, or another, than was quoted`);
}
