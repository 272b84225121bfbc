import { ProductService, ShowcaseService } from '#directory';
import { publicActor } from '#platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** As many as the format allows in one file. */
const most = 50_000;
const lastsMs = 600_000;

/** The addresses of every page that is worth finding. */
export class Sitemap {
  private made: { at: number; text: Promise<string> } | undefined;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly publicUrl: string,
  ) {}

  /** Made at most every ten minutes, however often it is asked for. */
  text(): Promise<string> {
    if (!this.made || Date.now() - this.made.at > lastsMs) {
      const text = this.make();
      this.made = { at: Date.now(), text };
      text.catch(() => (this.made = undefined));
    }
    return this.made.text;
  }

  private async make(): Promise<string> {
    const actor = publicActor('sitemap');
    const showcases = this.app.get(ShowcaseService, { strict: false });
    const products = this.app.get(ProductService, { strict: false });
    const paths = ['/', '/showcase', '/showcase?show=cooperatives', '/verify'];
    await everyPage(
      (cursor) => showcases.list(actor, { limit: 100, cursor }),
      ({ id }) => paths.push(`/cooperatives/${id}`),
    );
    await everyPage(
      (cursor) => products.shown(actor, { limit: 100, cursor }),
      ({ id }) => paths.push(`/products/${id}`),
    );
    const urls = paths.slice(0, most).map((path) => `  <url><loc>${this.publicUrl}${path}</loc></url>\n`);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
  }
}

async function everyPage<Row>(
  read: (cursor: string | undefined) => Promise<{ items: Row[]; nextCursor: string | null }>,
  each: (row: Row) => void,
): Promise<void> {
  let cursor: string | undefined;
  let count = 0;
  do {
    const page = await read(cursor);
    page.items.forEach(each);
    count += page.items.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor && count < most);
}

/** What search engines may ask for: pages, and the photos on them; not checks of single papers, nor screens behind the sign-in. */
export function robots(publicUrl: string): string {
  const closed = [
    '/v1/',
    '/docs',
    '/verify/',
    '/sign-in',
    '/start',
    '/account',
    '/buyer',
    '/cooperative/',
    '/compliance',
    '/admin',
  ];
  return [
    'User-agent: *',
    'Allow: /v1/public/photos/',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n');
}
