import { ProductService, ShowcaseService } from '#directory';
import { publicActor } from '#platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const lastsMs = 600_000;
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const format = 'http://www.sitemaps.org/schemas/sitemap/0.9';

interface Made {
  at: number;
  files: Promise<string[][]>;
}

/** The addresses of every page that is worth finding: one file as long as they fit, then an index of several. */
export class Sitemap {
  private made: Made | undefined;

  /** @param most as many addresses as the format allows in one file */
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly publicUrl: string,
    private readonly most = 50_000,
  ) {}

  /** `/sitemap.xml`. */
  async text(): Promise<string> {
    const files = await this.files();
    return files.length === 1 ? this.urlset(files[0] ?? []) : this.index(files.length);
  }

  /** `/sitemap-2.xml` and so on; null beyond the last. */
  async part(number: number): Promise<string | null> {
    const paths = (await this.files())[number - 1];
    return paths ? this.urlset(paths) : null;
  }

  /** Read at most every ten minutes, however often it is asked for. */
  private files(): Promise<string[][]> {
    if (!this.made || Date.now() - this.made.at > lastsMs) {
      const files = this.read();
      this.made = { at: Date.now(), files };
      files.catch(() => (this.made = undefined));
    }
    return this.made.files;
  }

  private async read(): Promise<string[][]> {
    const actor = publicActor('sitemap');
    const cooperatives = await this.app.get(ShowcaseService, { strict: false }).everyId(actor);
    const products = await this.app.get(ProductService, { strict: false }).everyId(actor);
    const paths = [
      '/',
      '/showcase',
      '/showcase?show=cooperatives',
      '/verify',
      '/apply',
      ...cooperatives.map((id) => `/cooperatives/${id}`),
      ...products.map((id) => `/products/${id}`),
    ];
    return Array.from({ length: Math.ceil(paths.length / this.most) }, (_, file) =>
      paths.slice(file * this.most, (file + 1) * this.most),
    );
  }

  private urlset(paths: readonly string[]): string {
    const urls = paths.map((path) => `  <url><loc>${this.publicUrl}${path}</loc></url>\n`);
    return `${declaration}<urlset xmlns="${format}">\n${urls.join('')}</urlset>\n`;
  }

  private index(files: number): string {
    const parts = Array.from(
      { length: files },
      (_, file) => `  <sitemap><loc>${this.publicUrl}/sitemap-${file + 1}.xml</loc></sitemap>\n`,
    );
    return `${declaration}<sitemapindex xmlns="${format}">\n${parts.join('')}</sitemapindex>\n`;
  }
}

/** What search engines may ask for: pages, and the photos on them; not checks of single papers, nor screens behind the sign-in. */
export function robots(publicUrl: string): string {
  const closed = [
    '/v1/',
    '/docs',
    '/verify/',
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
