import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Answer, type HttpClient, UnexpectedAnswer } from '../scenario/http-client.js';
import { Random } from '../seed/random.js';
import { confirm, draftAwards } from './awards.js';
import { Findings, type RowOptions } from './findings.js';
import { inTurn, upTo } from './in-turn.js';
import { orderBook } from './order-book.js';
import { allReady, papersWrong } from './papers.js';
import { type Running, withRunning } from './running.js';
import { BadLines } from './tcp-proxy.js';

export interface CutConnectionsOptions extends RowOptions {
  /** How often each thing is tried. */
  times: number;
}

const ordersEach = 2;
const uploadBytes = 600_000;

/** Row 7: clients that go away while they send, answers that are lost, the same key twice at once: one effect or none. */
export async function cutConnections(options: CutConnectionsOptions): Promise<Findings> {
  const findings = new Findings(options.say);
  await withRunning(options.env ?? {}, async (running) => {
    const lines = new BadLines(running.instance.url);
    const random = new Random(options.seed).fork('cut connections');
    const faults: Faults = { running, lines, random, findings, times: options.times };
    try {
      await cutUploads(faults);
      await cutBodies(faults);
      await lostAnswers(faults);
      await sameKeyAtOnce(faults);
    } finally {
      await lines.close();
    }
    await allReady(running, 60);
    findings.take(await papersWrong(running));
    const book = await orderBook(running, ordersEach);
    findings.take({ lost: [], doubled: [], broken: book.broken });
    const ready = await fetch(`${running.instance.url}/v1/public/health/ready`);
    findings.expect(ready.ok, 'the api is not ready after it all');
  });
  return findings;
}

interface Faults {
  running: Running;
  lines: BadLines;
  random: Random;
  findings: Findings;
  times: number;
}

/** A request whose line may break: its answer, or null where there was none. */
async function overBadLine<Body>(request: Promise<Answer<Body>>): Promise<Answer<Body> | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof UnexpectedAnswer) {
      throw error;
    }
    return null;
  }
}

/** A file that does not arrive whole leaves no row and no part of itself; the next one arrives, also over a slow line. */
async function cutUploads({ running, lines, random, findings, times }: Faults): Promise<void> {
  const manager = running.people.cooperatives[0]?.manager;
  const { body } = await running.people.buyer.get<{ items: { id: string; code: string }[] }>(
    '/v1/public/schemes',
  );
  const made = await manager?.post<{ id: string }>('/v1/cooperative/certificates', {
    schemeId: body.items.find((scheme) => scheme.code === 'WFTO-GUARANTEED')?.id,
    assuranceId: running.people.assuranceId,
    scope: 'All workshops',
  });
  if (!manager || !made) {
    throw new Error('There is no cooperative to send a file for');
  }
  const at = `/v1/cooperative/certificates/${made.body.id}/evidence`;
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(uploadBytes, 'weave ')]);
  for (const time of upTo(times)) {
    const cutRequestAfter = random.whole(200, uploadBytes);
    const sender = manager.at(await lines.line({ cutRequestAfter }));
    findings.fault(`upload ${time}: the line is cut after ${cutRequestAfter} of ${bytes.length} bytes`);
    const answer = await overBadLine(sender.upload(at, { name: 'evidence.pdf', bytes }));
    findings.expect(answer === null, 'an upload that was cut was answered');
  }
  const slow = manager.at(await lines.line({ pieces: 20_000 }));
  await slow.upload(at, { name: 'evidence.pdf', bytes });
  const [stored] = await running.peek<{ files: number }>('select count(*)::int as files from stored_file');
  const onDisk = await readdir(path.join(running.dataDir, 'files/uploads'), {
    recursive: true,
    withFileTypes: true,
  });
  const files = onDisk.filter((entry) => entry.isFile()).length;
  if (stored?.files !== 1 || files !== 1) {
    const words = `${stored?.files} rows and ${files} files for one upload that arrived whole`;
    (Math.max(files, stored?.files ?? 0) > 1 ? findings.doubled : findings.lost).push(words);
  }
}

const requestsNamed = (running: Running, title: string): Promise<{ id: string }[]> =>
  running.peek('select id from request where title like $1', [`${title}%`]);

/** A body that does not arrive whole does nothing. */
async function cutBodies({ running, lines, random, findings, times }: Faults): Promise<void> {
  for (const time of upTo(times)) {
    const cutRequestAfter = random.whole(700, 40_000);
    const buyer = running.people.buyer.at(await lines.line({ cutRequestAfter }));
    findings.fault(`body ${time}: the line is cut after ${cutRequestAfter} bytes`);
    const answer = await overBadLine(buyer.post('/v1/buyer/requests', requestBody('Cut', 400)));
    findings.expect(answer === null, 'a request that was cut was answered');
  }
  const made = await requestsNamed(running, 'Cut');
  findings.expect(made.length === 0, `${made.length} requests were made of bodies that did not arrive whole`);
}

/** The answer is lost, the client asks again under the same key: one effect, and the same answer. */
async function lostAnswers({ running, lines, findings, times }: Faults): Promise<void> {
  for (const time of upTo(times)) {
    const key = randomUUID();
    const title = `Lost answer ${key}`;
    const body = requestBody(title);
    const ask = (buyer: HttpClient): Promise<Answer<{ id: string }>> =>
      buyer.post<{ id: string }>('/v1/buyer/requests', body, {
        headers: { 'idempotency-key': key },
      });
    const broken = running.people.buyer.at(await lines.line({ cutAnswer: true }));
    findings.fault(`answer ${time}: the line is cut before the first byte of the answer`);
    findings.expect((await overBadLine(ask(broken))) === null, 'an answer came over a line that was cut');
    const [second, third] = [await ask(running.people.buyer), await ask(running.people.buyer)];
    const made = await requestsNamed(running, title);
    onceOnly(findings, made.length, `request “${title}”`);
    findings.expect(
      second.body.id === made[0]?.id && third.body.id === made[0]?.id,
      'a repetition under the same key was given another answer',
    );
  }
}

/** The same press twice at the same moment, and the confirmation of an award likewise. */
async function sameKeyAtOnce({ running, findings, times }: Faults): Promise<void> {
  const { buyer } = running.people;
  await inTurn(upTo(times), 2, async (time) => {
    const key = randomUUID();
    const title = `Twice ${key}`;
    const body = requestBody(title);
    findings.fault(`key ${time}: the same request is sent four times at once`);
    const answers = await Promise.all(
      upTo(4).map(() =>
        buyer.post<{ id: string }>('/v1/buyer/requests', body, {
          headers: { 'idempotency-key': key },
        }),
      ),
    );
    onceOnly(findings, (await requestsNamed(running, title)).length, `request “${title}”`);
    findings.expect(
      new Set(answers.map(({ body }) => body.id)).size === 1,
      'the same key had different answers',
    );
  });
  for (const award of await draftAwards(running, { awards: Math.min(times, 10), ordersEach })) {
    const key = randomUUID();
    findings.fault('an award is confirmed three times at once under the same key');
    const answers = await Promise.all(upTo(3).map(() => confirm(buyer, award, { 'idempotency-key': key })));
    const [first, ...others] = answers.map((answer) => (answer as Answer<unknown>).body);
    findings.expect(
      others.every((other) => isDeepStrictEqual(other, first)),
      'the same confirmation had different answers',
    );
  }
}

function onceOnly(findings: Findings, times: number, what: string): void {
  if (times !== 1) {
    (times > 1 ? findings.doubled : findings.lost).push(`${what} is there ${times} times`);
  }
}

function requestBody(title: string, lines = 1): object {
  return {
    title,
    currency: 'EUR',
    deadline: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    incoterm: 'FCA',
    incotermPlace: 'Mombasa',
    delivery: { name: 'Warehouse', city: 'Rotterdam', country: 'NL' },
    lines: upTo(lines).map((number) => ({
      description: `Sisal basket of a size with a long name, number ${number}`,
      quantity: '12',
      unitCode: 'C62',
    })),
  };
}
