import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Assets } from './assets.js';
import { wishedLanguage } from './language.js';

/** What the portal's build for the server exports; see apps/web/src/entry-server.tsx. */
interface Renderer {
  languageCodes: string[];
  connect: (fetch: (request: Request) => Promise<Response>) => void;
  render: (address: string, wish: string, origin: string) => Promise<ServedPage>;
}

type ServedPage =
  | { kind: 'screen'; language: string; direction: string; head: string }
  | { kind: 'redirect'; to: string }
  | {
      kind: 'page';
      status: number;
      language: string;
      direction: string;
      head: string;
      body: string;
      state: string;
      sources: string[];
    };

/** A page ready to be sent. */
export interface WrittenPage {
  kind: 'page';
  status: number;
  language: string;
  html: string;
  etag: string;
}

export type Page = { kind: 'screen'; html: string } | { kind: 'redirect'; to: string } | WrittenPage;

/** Renders the pages for anyone. The portal's code is loaded with the first of them. */
export class ServedPages {
  private loading: Promise<{ renderer: Renderer; assets: Assets }> | undefined;
  /** A page that is read before its scripts have come lets styles, letters and pictures go first. */
  private readonly whenRead: string;
  private readonly visitor = new AsyncLocalStorage<FastifyRequest>();

  constructor(
    private readonly server: FastifyInstance,
    private readonly folder: string,
    private readonly template: string,
    private readonly publicUrl: string,
  ) {
    this.whenRead = template
      .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
      .replaceAll('<script type="module"', '<script type="module" fetchpriority="low"');
  }

  async render(request: FastifyRequest): Promise<Page> {
    const { renderer, assets } = await (this.loading ??= this.load());
    const wish = wishedLanguage(request, renderer.languageCodes);
    const page = await this.visitor.run(request, () => renderer.render(request.url, wish, this.publicUrl));
    if (page.kind === 'redirect') {
      return page;
    }
    const { language, direction, head } = page;
    const frame = {
      '<html lang="en">': `<html lang="${language}" dir="${direction}">`,
      '<!--head-->': head,
    };
    if (page.kind === 'screen') {
      return { kind: 'screen', html: filled(this.template, { ...frame, '<!--app-->': '' }) };
    }
    const { status, body, state } = page;
    const html = filled(this.whenRead, {
      ...frame,
      // After the styles of the whole portal, as in the browser.
      '</head>': `  ${assets.tags(page.sources, language)}\n  </head>`,
      '<!--app--></div>': `${body}</div>\n    <script type="application/json" id="state">${state}</script>`,
    });
    // When data was read is no change of the page; another build is, though it may draw the same.
    const fingerprint = createHash('sha256')
      .update(this.template)
      .update(language)
      .update(head)
      .update(body)
      .digest('base64url');
    return { kind: 'page', status, html, language, etag: `W/"${fingerprint.slice(0, 27)}"` };
  }

  private async load(): Promise<{ renderer: Renderer; assets: Assets }> {
    try {
      const file = path.join(this.folder, 'server/entry-server.js');
      await access(file);
      const renderer = (await import(pathToFileURL(file).href)) as Renderer;
      renderer.connect((request) => this.ask(request));
      return { renderer, assets: await Assets.of(path.join(this.folder, 'client')) };
    } catch (error) {
      this.loading = undefined;
      throw error;
    }
  }

  /** A question of a page to the api: in this process, on the visitor's account. */
  private async ask(request: Request): Promise<Response> {
    const visitor = this.visitor.getStore();
    const { pathname, search } = new URL(request.url);
    const answer = await this.server.inject({
      method: 'GET',
      url: pathname + search,
      headers: { accept: 'application/json', ...(visitor && { 'x-request-id': visitor.id }) },
      ...(visitor && { remoteAddress: visitor.ip }),
    });
    return new Response(answer.payload, {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type'] ?? 'application/json') },
    });
  }
}

function filled(template: string, parts: Record<string, string>): string {
  return Object.entries(parts).reduce(
    // By a function: `$` in a text is no pattern.
    (written, [place, part]) => written.replace(place, () => part),
    template,
  );
}
