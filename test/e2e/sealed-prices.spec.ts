import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { crawl } from '../../tools/explain/crawl.js';
import { type Route, routesOf } from '../../tools/explain/routes.js';
import { publishRequest, quoteBody } from '../../tools/faults/awards.js';
import { moveClock, type Running, startRunning, temporaryFolder } from '../../tools/faults/running.js';
import { HttpClient, until } from '../../tools/scenario/http-client.js';

/** A price that nobody else would ask, and the whole of what 12 of it come to: so long that no id or hash has it by chance. */
const price = '7351946.37';
const traces = ['7351946', '88223356'];
/** In every form that they could take on their way, however their digits are grouped. */
const canary = new RegExp(traces.map((digits) => [...digits].join(`[.,\\s\u00a0\u202f']?`)).join('|'));

/** A client that keeps every answer in which the price was found. */
class Listener extends HttpClient {
  readonly found: string[] = [];
  answered = 0;

  static to(client: HttpClient, url: string): Listener {
    const { cookie } = client;
    const listener = new Listener(url);
    if (cookie) {
      listener.headersOf = { cookie };
    }
    return listener;
  }

  private headersOf: Record<string, string> = {};

  constructor(private readonly address: string) {
    super(address);
  }

  override async attempt(method: string, at: string): Promise<{ status: number; text: string }> {
    const response = await fetch(this.address + at, { method, headers: this.headersOf });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const sheet = response.headers.get('content-type')?.includes('spreadsheetml') ?? false;
    const parts = sheet ? Object.values(unzipSync(bytes)) : [bytes];
    const text = parts.map((part) => new TextDecoder().decode(part)).join('\n');
    const headers = [...response.headers].flat().join('\n');
    this.answered += response.ok ? 1 : 0;
    if (canary.test(text) || canary.test(headers)) {
      this.found.push(`${method} ${at}`);
    }
    return { status: response.status, text: sheet ? '' : text };
  }
}

describe('a sealed price before the deadline', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let running: Running;
  let dataDir: string;
  let routes: Route[];
  let requestId: string;
  let swappedId: string;
  let events = '';

  beforeAll(async () => {
    const { folder, clear } = await temporaryFolder();
    closing.push(clear);
    dataDir = folder;
    running = await startRunning(folder, { TEST_FSYNC: 'off', LOG_LEVEL: 'trace' });
    closing.push(running.stop);
    const { people, instance } = running;
    const invited = people.cooperatives.slice(0, 2);
    const listening = new AbortController();
    closing.push(async () => listening.abort());
    for (const client of [people.buyer, people.approver, invited[1]?.manager ?? people.officer]) {
      void overhear(`${instance.url}/v1/account/events`, client.cookie, listening.signal, (text) => {
        events += text;
      });
    }
    requestId = await quoted(running, [price, '1.01']);
    swappedId = await quoted(running, ['1.01', price]);
    routes = await routesOf(instance.url);
    await until('the event of a quote', async () => (events.includes(requestId) ? true : null));
    await until('the outbox', async () => {
      const [row] = await running.peek<{ open: number }>(
        `select count(*)::int as open from outbox_message m left join outbox_delivery d on d.message_id = m.id
          where m.available_at < weftway_now() and (m.relayed_at is null or (d.message_id is not null and d.done_at is null))`,
      );
      return row?.open === 0 ? true : null;
    });
  }, 180_000);

  afterAll(async () => {
    for (const close of closing.reverse()) {
      await close();
    }
  }, 60_000);

  const listen = async (client: HttpClient): Promise<Listener> => {
    const listener = Listener.to(client, running.instance.url);
    await crawl(routes, [{ name: 'listener', client: listener }], () => undefined);
    return listener;
  };

  it('is in no answer to anyone else, however they filter, sort and export', async () => {
    const { people, instance } = running;
    const others = {
      requester: people.buyer,
      approver: people.approver,
      'another invited cooperative': people.cooperatives[2]?.manager ?? people.officer,
      officer: people.officer,
      lead: people.lead,
      administrator: people.administrator,
      nobody: new HttpClient(instance.url),
    };
    const told: Record<string, string[]> = {};
    for (const [name, client] of Object.entries(others)) {
      const listener = await listen(client);
      expect(listener.answered).toBeGreaterThan(name === 'nobody' ? 5 : 10);
      told[name] = listener.found;
    }
    expect(told).toEqual(Object.fromEntries(Object.keys(others).map((name) => [name, []])));
  }, 240_000);

  it('does not show in the order in which a buyer is shown who quoted', async () => {
    const orderOf = async (id: string): Promise<string[]> => {
      const { body } = await running.people.buyer.get<object>(`/v1/buyer/requests/${id}/comparison`);
      const names = running.people.cooperatives.slice(0, 2).map(({ name }) => name);
      const text = JSON.stringify(body);
      return names.sort((left, right) => text.indexOf(left) - text.indexOf(right));
    };
    expect(await orderOf(swappedId)).toEqual(await orderOf(requestId));
  });

  it('is kept with the quote and nowhere else: no job, promise, mail, audit entry or answer that is remembered', async () => {
    const tables = await running.peek<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const holding: string[] = [];
    for (const { name } of tables) {
      const [row] = await running.peek(`select 1 from ${name} t where t::text ~ $1 limit 1`, [
        traces.join('|'),
      ]);
      if (row) {
        holding.push(name);
      }
    }
    expect(holding).toEqual(['public.quote_line']);
  });

  it('is in no log, mail or file, and was in no event', async () => {
    const files = (await readdir(dataDir, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !path.relative(dataDir, file).startsWith(`postgres${path.sep}`));
    expect(files.filter((file) => file.endsWith('.log')).length).toBeGreaterThanOrEqual(3);
    const telling: string[] = [];
    for (const file of files) {
      if (canary.test(await text(file))) {
        telling.push(path.relative(dataDir, file));
      }
    }
    expect(telling).toEqual([]);
    expect(await readFile(path.join(dataDir, 'log/api.log'), 'utf8')).toContain('/quote');
    expect(events).toContain(requestId);
    expect(events).not.toMatch(canary);
  });

  it('is found by the same search where it belongs: with its cooperative, and after the deadline with the buyer', async () => {
    const own = await listen(running.people.cooperatives[0]?.manager ?? running.people.officer);
    expect(own.found.some((asked) => asked.includes('/quote'))).toBe(true);
    await moveClock(running, '2 days');
    const { found } = await listen(running.people.buyer);
    expect(found.some((asked) => asked.includes('comparison.xlsx'))).toBe(true);
    expect(found.some((asked) => asked.endsWith('/comparison'))).toBe(true);
  }, 120_000);
});

/** A request on which two cooperatives have quoted, in this order, at these prices. */
async function quoted(running: Running, prices: readonly string[]): Promise<string> {
  const invited = running.people.cooperatives.slice(0, 3);
  const { id, lines } = await publishRequest(running, invited);
  for (const [index, unitPrice] of prices.entries()) {
    const { manager } = invited[index] ?? { manager: running.people.officer };
    const quote = `/v1/cooperative/requests/${id}/quote`;
    const saved = await manager.put(quote, quoteBody(lines[index]?.id ?? '', unitPrice), {
      headers: { 'idempotency-key': `${id}-${index}` },
    });
    await manager.post(`${quote}/submission`, undefined, { ifMatch: saved.etag });
  }
  return id;
}

/** Hands on what a stream of events says until it is told to stop. */
async function overhear(
  url: string,
  cookie: string,
  signal: AbortSignal,
  take: (text: string) => void,
): Promise<void> {
  try {
    const { body } = await fetch(url, { headers: { cookie }, signal });
    for await (const chunk of body ?? []) {
      take(new TextDecoder().decode(chunk));
    }
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}

async function text(file: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file)) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('latin1');
}
