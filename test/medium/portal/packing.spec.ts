import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { newcomer } from '../identity/visitor.js';

describe('what the api sends', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const get = (url: string, headers: Record<string, string> = {}) =>
    context.app.inject({ method: 'GET', url, headers });
  const long = '/v1/openapi.json';

  it('is packed as the caller can unpack it, and the same when unpacked', async () => {
    const plain = await get(long);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const brotli = await get(long, { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br' });
    expect(brotli.headers.vary).toMatch(/accept-encoding/i);
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.payload);
    expect(brotli.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
    expect(Number(brotli.headers['content-length'])).toBe(brotli.rawPayload.length);
    const gzip = await get(long, { 'accept-encoding': 'br;q=0, gzip;q=0.5' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.payload);
    const neither = await get(long, { 'accept-encoding': 'br;q=0, gzip;q=0.0, identity' });
    expect(neither.headers['content-encoding']).toBeUndefined();
    // A cache keeps the plain answer for those alone who asked for it.
    expect(neither.headers.vary).toMatch(/accept-encoding/i);
  });

  it('is not packed where it is short, or only its head was asked for', async () => {
    const short = await get('/v1/public/health/live', { 'accept-encoding': 'br' });
    expect(short.headers['content-encoding']).toBeUndefined();
    const head = await context.app.inject({
      method: 'HEAD',
      url: long,
      headers: { 'accept-encoding': 'br' },
    });
    expect(head.headers['content-encoding']).toBeUndefined();
    expect(head.payload).toBe('');
  });

  it('is never packed where it holds the secret that changes are signed with', async () => {
    const person = (await newcomer(context, 'cooperative', ['manager'])).visitor;
    const answer = await person.send<{ csrfToken: string }>('GET', '/v1/account/session', {
      headers: { 'accept-encoding': 'br, gzip' },
    });
    expect(answer.body.csrfToken).toMatch(/./);
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it('may do nothing where it is data, whatever a browser takes it for', async () => {
    const { headers } = await get('/v1/nothing');
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    const page = await get('/sign-in', { 'accept-encoding': 'br' });
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['x-frame-options']).toBe('SAMEORIGIN');
  });

  it('is kept for good where it is a file named by its content, packed when it was built', async () => {
    const { payload } = await get('/sign-in');
    const file = /src="(\/assets\/[^"]+\.js)"/.exec(payload)?.[1] ?? '';
    const { headers } = await get(file, { 'accept-encoding': 'br' });
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-type']).toMatch(/javascript/);
    expect((await get('/sign-in')).headers['cache-control']).toBe('no-cache');
  });
});
