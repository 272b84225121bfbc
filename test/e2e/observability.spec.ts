import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../tools/scenario/http-client.js';
import { password } from '../../tools/scenario/reception.js';
import { draftAwards } from '../../tools/faults/awards.js';
import { allReady } from '../../tools/faults/papers.js';
import { type Running, startRunning, temporaryFolder } from '../../tools/faults/running.js';
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from '../support/otlp-receiver.js';

const ordersEach = 3;
const traceId = randomBytes(16).toString('hex');
const click = randomBytes(8).toString('hex');

let receiver: OtlpReceiver;
let running: Running;
let log: string;
/** What was started, to be ended once, whatever became of the rest. */
const closing: (() => Promise<void>)[] = [];

/** The parts of the click's trace, by name. */
const inTrace = (name: string): ReceivedSpan[] =>
  receiver.spans.filter((span) => span.traceId === traceId && span.name === name);

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  closing.push(receiver.close);
  const { folder, clear } = await temporaryFolder();
  closing.push(clear);
  running = await startRunning(folder, {
    TEST_FSYNC: 'off',
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  closing.push(running.stop);
  const [award] = await draftAwards(running, { awards: 1, ordersEach });
  await running.people.buyer.post(`/v1/buyer/awards/${award?.id}/confirmation`, undefined, {
    ifMatch: award?.etag ?? null,
    headers: { traceparent: `00-${traceId}-${click}-01` },
  });
  await allReady(running, 30);
  await until('the papers in the trace', async () =>
    inTrace('store ubl').length === ordersEach ? true : null,
  );
  // Ended in order, api and worker send what they still have.
  await closing.pop()?.();
  log = await readFile(path.join(folder, 'log/api.log'), 'utf8');
}, 120_000);
afterAll(async () => {
  for (const close of closing.reverse()) {
    await close();
  }
}, 30_000);

describe('one trace', () => {
  it('goes from the click through api, outbox, queue and worker to each PDF', () => {
    const route = 'POST /v1/buyer/awards/:id/confirmation';
    const [request] = inTrace(route);
    expect(request).toMatchObject({
      service: 'weftway-api',
      parentSpanId: click,
      attributes: { 'http.route': '/v1/buyer/awards/:id/confirmation', 'http.response.status_code': 201 },
    });
    const byId = new Map(receiver.spans.map((span) => [span.spanId, span]));
    const ways = inTrace('store pdf').map((span) => {
      const way: string[] = [];
      for (let at: ReceivedSpan | undefined = span; at; at = byId.get(at.parentSpanId ?? '')) {
        expect(at.traceId).toBe(traceId);
        way.push(`${at.service} ${at.name}`);
      }
      return way.reverse();
    });
    expect(ways).toEqual(
      Array.from({ length: ordersEach }, () => [
        `weftway-api ${route}`,
        'weftway-worker outbox order.issued',
        'weftway-worker job make-order-documents',
        'weftway-worker store pdf',
      ]),
    );
    expect(inTrace('render order PDF')).toHaveLength(ordersEach);
    expect(inTrace('sql insert').some((span) => span.service === 'weftway-api')).toBe(true);
  });

  it('has no part whose cause is missing', () => {
    const known = new Set(receiver.spans.map((span) => span.spanId));
    const orphans = receiver.spans.filter(
      (span) =>
        span.traceId === traceId && span.parentSpanId !== click && !known.has(span.parentSpanId ?? ''),
    );
    expect(orphans.map((span) => span.name)).toEqual([]);
  });

  it('tells no secret, price, name or address, of this and of all that came before', () => {
    // Everyone who came in, what they quoted, and what was mailed, was traced too.
    expect(receiver.spans.length).toBeGreaterThan(500);
    const attributes = receiver.spans.map((span) => JSON.stringify([span.name, span.attributes])).join('\n');
    for (const secret of [
      password,
      running.instance.env.SESSION_SECRET ?? 'no secret',
      'example.org',
      'Ada Mensah',
      'Hearth and Hall',
      'Ingrid Visser',
      'Sisal basket',
      '1.25',
      '127.0.0.1',
    ]) {
      expect(attributes).not.toContain(secret);
    }
    const keys = new Set(receiver.spans.flatMap((span) => Object.keys(span.attributes)));
    expect([...keys].filter((key) => !told.has(key))).toEqual([]);
  });
});

/** The fields that docs/how-to/observability.md lists, table by table below its heading. */
async function documentedFields(): Promise<{ everyLine: string[]; request: string[] }> {
  const page = await readFile('docs/how-to/observability.md', 'utf8');
  const [, everyLine = '', request = ''] = page.slice(page.indexOf('## Log')).split(/^\| field .*$/m);
  const fields = (table: string): string[] =>
    [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name);
  return { everyLine: fields(everyLine), request: fields(request) };
}

describe('the log', () => {
  it('has a line for a request with the documented fields and no other', async () => {
    const { everyLine, request } = await documentedFields();
    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const requests = lines.filter((line) => line.msg === 'request');
    expect(requests.length).toBeGreaterThan(50);
    const wanted = ['level', 'time', 'process', 'msg', ...request].sort();
    for (const line of requests) {
      expect(Object.keys(line).sort()).toEqual(wanted);
    }
    const others = new Set(
      lines.filter((line) => line.msg !== 'request').flatMap((line) => Object.keys(line)),
    );
    expect([...others].filter((field) => !everyLine.includes(field))).toEqual([]);
    expect(log).not.toContain(password);
    expect(log).not.toContain('example.org');
  });
});

/** All that an attribute may be called: docs/how-to/observability.md lists the same. */
const told = new Set([
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'weftway.request_id',
  'messaging.system',
  'messaging.message.id',
  'messaging.destination.name',
  'weftway.attempt',
  'weftway.lines',
  'weftway.bytes',
  'db.system.name',
  'db.query.text',
  'error.type',
]);
