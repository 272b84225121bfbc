import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CooperativeProfileService, ProductService } from '#directory';
import { Sitemap } from '../../../apps/api/src/portal/sitemap.js';
import { openTestContext, type TestContext } from '../../support/context.js';

interface Served {
  status: number;
  headers: Record<string, string | undefined>;
  html: string;
}

describe('the portal’s pages for anyone', () => {
  let context: TestContext;
  let cooperativeId: string;
  let productId: string;

  const get = async (url: string, headers: Record<string, string> = {}): Promise<Served> => {
    const { statusCode, headers: sent, payload } = await context.app.inject({ method: 'GET', url, headers });
    return { status: statusCode, headers: sent as Served['headers'], html: payload };
  };
  /** As a browser does: an address with more than belongs into it leads to the one without. */
  const follow = async (url: string): Promise<Served> => {
    const first = await get(url);
    return first.status === 302 ? get(first.headers.location ?? '') : first;
  };
  const inHead = (html: string, pattern: RegExp): string | undefined => pattern.exec(html)?.[1];

  beforeAll(async () => {
    context = await openTestContext({ PUBLIC_URL: 'https://weftway.example' });
    cooperativeId = await context.organisation('cooperative', { name: 'Kiondo & <Sons>' });
    const maker = await context.member(cooperativeId, 'cooperative', ['manager']);
    await context.get(CooperativeProfileService).put(maker, null, {
      place: 'Machakos',
      founded: 2009,
      makers: 64,
      makersWomen: 61,
      languages: ['en', 'sw'],
      story: 'We weave </script><script>alert(1)</script> sisal.',
      published: true,
      crafts: [{ craftCode: 'basketry', piecesPerMonth: '10' }],
    });
    const { id } = await context.get(ProductService).create(maker, {
      name: 'Sisal basket, 30 cm',
      description: 'Hand woven',
      craftCode: 'basketry',
      unitCode: 'C62',
      priceFrom: '8.4',
      currency: 'EUR',
      published: true,
    });
    productId = id;
  });
  afterAll(() => context.close());

  it('are rendered with their words, title, description, canonical address and picture', async () => {
    const { status, html, headers } = await get(`/products/${productId}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/html');
    expect(inHead(html, /<h1[^>]*>([^<]+)</)).toBe('Sisal basket, 30 cm');
    expect(inHead(html, /<title>([^<]+)</)).toBe('Sisal basket, 30 cm · Kiondo &amp; &lt;Sons&gt;');
    expect(inHead(html, /<meta name="description" content="([^"]+)"/)).toContain('Hand woven');
    expect(inHead(html, /<link rel="canonical" href="([^"]+)"/)).toBe(
      `https://weftway.example/products/${productId}`,
    );
    expect(inHead(html, /<meta property="og:title" content="([^"]+)"/)).toContain('Sisal basket');
    expect(inHead(html, /<meta property="og:image" content="([^"]+)"/)).toBe(
      'https://weftway.example/share.png',
    );
    const data = JSON.parse(inHead(html, /<script type="application\/ld\+json">([^<]+)</) ?? '{}') as object;
    expect(data).toMatchObject({
      '@type': 'Product',
      url: `https://weftway.example/products/${productId}`,
      offers: { price: '8.4', priceCurrency: 'EUR' },
      manufacturer: { '@type': 'Organization', name: 'Kiondo & <Sons>' },
    });
  });

  it('carry no script that runs in place, whatever a cooperative writes', async () => {
    for (const url of ['/', '/showcase', `/cooperatives/${cooperativeId}`, '/verify']) {
      const { html } = await get(url);
      const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes ?? '');
      expect(scripts.length).toBeGreaterThan(1);
      for (const attributes of scripts) {
        expect(attributes).toMatch(/ src="\/|type="application\/(ld\+)?json"/);
      }
      expect(html).not.toContain('<script>alert');
    }
  });

  it('bring the data that they were made from, and the styles and scripts of the page', async () => {
    const { html } = await get(`/cooperatives/${cooperativeId}`);
    const state = JSON.parse(inHead(html, /<script type="application\/json" id="state">([^<]+)</) ?? '') as {
      queries: { queryKey: unknown[]; state: { data: unknown } }[];
    };
    expect(state.queries).toContainEqual(
      expect.objectContaining({ queryKey: ['public', 'cooperative', cooperativeId] }),
    );
    expect(html).toMatch(/<link rel="stylesheet" crossorigin href="\/assets\/cooperative-page-[^"]+\.css"/);
    expect(html).toMatch(
      /<link rel="modulepreload" fetchpriority="low" crossorigin href="\/assets\/cooperative-page-[^"]+\.js"/,
    );
  });

  it('speak the language of the address, then the one chosen, then the browser’s', async () => {
    const arabic = await get('/?lang=ar', { 'accept-language': 'fr', cookie: 'weftway_language=es' });
    expect(arabic.html).toContain('<html lang="ar" dir="rtl">');
    expect(arabic.html).toContain('hreflang="sw" href="https://weftway.example/?lang=sw"');
    expect(arabic.headers['content-language']).toBe('ar');
    const chosen = await get('/', { 'accept-language': 'fr', cookie: 'weftway_language=es' });
    expect(chosen.html).toContain('<html lang="es" dir="ltr">');
    const browsers = await get('/', { 'accept-language': 'de-DE,de;q=0.9,fr-CA;q=0.8,en;q=0.7' });
    expect(browsers.html).toContain('<html lang="fr" dir="ltr">');
    expect(browsers.headers.vary).toContain('accept-language');
    expect((await get('/', { 'accept-language': 'xx' })).html).toContain('<html lang="en" dir="ltr">');
    const several = await Promise.all(['hi', 'bn', 'sw', 'pt'].map((lang) => get(`/verify?lang=${lang}`)));
    expect(several.map(({ headers }) => headers['content-language'])).toEqual(['hi', 'bn', 'sw', 'pt']);
  });

  it('answer 404 in the shell for what is not there, and are not to be indexed', async () => {
    for (const url of [
      '/nothing/here',
      `/cooperatives/${randomUUID()}`,
      '/cooperatives/1',
      `/products/${randomUUID()}`,
      '/verify/po/AAAAAAAAAAAAAAAAAAAAAAAAAA',
      '/verify/certificates/C-2026-999999',
    ]) {
      const { status, html, headers } = await get(url);
      expect({ url, status }).toEqual({ url, status: 404 });
      expect(html).toContain('<meta name="robots" content="noindex" />');
      expect(html).toContain('<footer');
      expect(headers['cache-control']).toBe('no-cache');
    }
  });

  it('lead from a typed reference to its check, without scripts', async () => {
    const { status, headers } = await get('/verify?reference=c-2026-000012');
    expect([status, headers.location]).toEqual([302, '/verify/certificates/C-2026-000012']);
    expect((await get('/verify?reference=PO-2026-000045')).status).toBe(200);
  });

  it('narrow a list by the address, and leave out what makes no sense there', async () => {
    const found = await follow('/showcase?search=basket&craft=basketry&country=&certificate=');
    expect(found.status).toBe(200);
    expect(found.html).toContain('Sisal basket, 30 cm');
    expect((await get('/showcase?country=NP')).html).not.toContain('Sisal basket, 30 cm');
    for (const odd of [
      'search=%00',
      'search=2009',
      'craft=%27',
      'country=Kenya',
      'certificate=1',
      'show=x&lang=x',
    ]) {
      expect({ odd, status: (await follow(`/showcase?${odd}`)).status }).toEqual({ odd, status: 200 });
    }
  });

  it('are kept shortly and not sent twice', async () => {
    const first = await get('/showcase');
    expect(first.headers['cache-control']).toMatch(/^public, max-age=\d{1,3},/);
    const again = await get('/showcase', { 'if-none-match': first.headers.etag ?? '' });
    expect([again.status, again.html]).toEqual([304, '']);
    const packed = await get('/showcase', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect((await get('/showcase', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
  });

  it('leave screens behind the sign-in to the browser', async () => {
    for (const url of ['/buyer/requests', '/sign-in?next=%2Fbuyer', '/invitation/abc', '/apply']) {
      const { status, html, headers } = await get(url);
      expect(status).toBe(200);
      expect(html).toContain('<div id="root"></div>');
      expect(headers['cache-control']).toBe('no-cache');
    }
    expect((await get('/v1/nothing')).headers['content-type']).toContain('application/problem+json');
  });

  it('come with files that are compressed and keep for good', async () => {
    const { html } = await get('/');
    const script = inHead(html, /<script type="module" fetchpriority="low" crossorigin src="([^"]+)"/) ?? '';
    const file = await get(script, { 'accept-encoding': 'br' });
    expect(file.status).toBe(200);
    expect(file.headers['content-encoding']).toBe('br');
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/color-scheme.js')).headers['cache-control']).toBe('no-cache');
    expect((await get('/assets/gone.js')).status).toBe(404);
  });

  it('are listed for search engines', async () => {
    const map = await get('/sitemap.xml');
    expect(map.headers['content-type']).toContain('xml');
    expect(map.html).toContain(`<loc>https://weftway.example/cooperatives/${cooperativeId}</loc>`);
    expect(map.html).toContain(`<loc>https://weftway.example/products/${productId}</loc>`);
    expect((await get('/sitemap-2.xml')).status).toBe(404);
    // Two addresses a file stand for fifty thousand.
    const split = new Sitemap(context.app, 'https://weftway.example', 2);
    expect(await split.text()).toContain('<loc>https://weftway.example/sitemap-3.xml</loc>');
    expect(await split.part(1)).toContain('<loc>https://weftway.example/showcase</loc>');
    expect(await split.part(99)).toBeNull();
    const robots = await get('/robots.txt');
    expect(robots.html).toContain('Disallow: /buyer');
    expect(robots.html).toContain('Sitemap: https://weftway.example/sitemap.xml');
  });
});
