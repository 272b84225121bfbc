import { rename } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Answer, newcomer, Visitor } from '../identity/visitor.js';

interface Ready {
  ready: boolean;
  checks: { name: string; ok: boolean; detail: string | null }[];
}

describe('whoever runs the api', () => {
  let context: TestContext;
  let anyone: Visitor;
  beforeAll(async () => {
    context = await openTestContext();
    anyone = new Visitor(context.app);
  });
  afterAll(() => context.close());

  const ready = (): Promise<Answer<Ready>> => anyone.send<Ready>('GET', '/v1/public/health/ready');

  it('sees that it lives', async () => {
    const answer = await anyone.send('GET', '/v1/public/health/live');
    expect([answer.status, answer.body]).toEqual([200, { live: true }]);
  });

  it('sees that it is ready, part by part', async () => {
    const { status, body } = await ready();
    expect(status).toBe(200);
    expect(body).toEqual({
      ready: true,
      checks: ['database', 'migrations', 'queue', 'storage'].map((name) => ({
        name,
        ok: true,
        detail: null,
      })),
    });
  });

  it('sees which migration it lacks', async () => {
    const taken = await context.peek<{ name: string }>(
      'delete from migration where id = (select max(id) from migration) returning timestamp, name',
    );
    const { status, body } = await ready();
    expect(status).toBe(503);
    expect(body.ready).toBe(false);
    expect(body.checks.find((one) => one.name === 'migrations')).toEqual({
      name: 'migrations',
      ok: false,
      detail: `migrations pending: ${taken[0]?.name}`,
    });
    const [{ timestamp, name } = { timestamp: '', name: '' }] = taken as {
      timestamp?: string;
      name: string;
    }[];
    await context.peek('insert into migration (timestamp, name) values ($1, $2)', [timestamp, name]);
    expect((await ready()).status).toBe(200);
  });

  it('sees that files cannot be written, and no path or address', async () => {
    const away = `${context.dataDir}-away`;
    await rename(context.dataDir, away);
    const { writeFile, rm } = await import('node:fs/promises');
    await writeFile(context.dataDir, 'in the way');
    const { status, body, text } = await ready();
    await rm(context.dataDir);
    await rename(away, context.dataDir);
    expect(status).toBe(503);
    expect(body.checks.filter((one) => !one.ok)).toEqual([{ name: 'storage', ok: false, detail: 'failed' }]);
    expect(text).not.toContain(context.dataDir);
    expect((await ready()).status).toBe(200);
  });

  it('reads figures by route, never by address: paths carry tokens', async () => {
    const token = 'a-token-that-nobody-may-see-in-figures';
    await anyone.send('GET', `/v1/public/invitations/${token}`);
    const { status, text, headers } = await anyone.send('GET', '/metrics');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toContain(
      'weftway_http_request_seconds_count{method="GET",route="/v1/public/invitations/:token",status="404"}',
    );
    expect(text).toMatch(/^weftway_outbox_waiting \d+$/m);
    expect(text).toMatch(/^weftway_queue_jobs\{queue="documents",state="failed"\} 0$/m);
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain(token);
  });

  it('keeps exchange rates as an administrator, one for each day', async () => {
    const { visitor } = await newcomer(context, 'platform', ['administrator']);
    const rate = { currency: 'KES', day: '2026-11-20', perEuro: '151.2', source: 'ECB' };
    const url = '/v1/admin/exchange-rates';
    expect((await visitor.send('PUT', url, { body: rate })).body).toEqual(rate);
    await visitor.send('PUT', url, { body: { ...rate, day: '2026-11-19', perEuro: '150' } });
    await visitor.send('PUT', url, { body: { ...rate, perEuro: '151.25000000' } });
    const { body } = await visitor.send<{ items: unknown[] }>('GET', url);
    expect(body.items).toEqual([{ ...rate, perEuro: '151.25' }]);
    const history = await visitor.send<{ items: { day: string }[] }>('GET', `${url}/kes`);
    expect(history.body.items.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-19']);
    expect((await visitor.send<{ items: unknown[] }>('GET', `${url}/XYZ`)).body.items).toEqual([]);
    const before = await context.peek('select * from exchange_rate order by currency, day');
    for (const [pointer, wrong] of [
      ['/perEuro', { perEuro: '0' }],
      ['/perEuro', { perEuro: '-1' }],
      ['/perEuro', { perEuro: 151.2 }],
      ['/currency', { currency: 'XYZ' }],
      ['/day', { day: '2026-02-30' }],
    ] as const) {
      const refused = await visitor.send('PUT', url, { body: { ...rate, ...wrong } });
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    }
    expect(await context.peek('select * from exchange_rate order by currency, day')).toEqual(before);
  });
});
