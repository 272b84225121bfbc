import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { rootLogger, Settings } from '#platform';
import { ServedPages, type WrittenPage } from './served-pages.js';
import { robots, Sitemap } from './sitemap.js';

/** Where the build puts the portal: beside the built api; tests run the api from its sources. */
const webFolder =
  [
    path.join(import.meta.dirname, '../../../web'),
    path.join(import.meta.dirname, '../../../../dist/apps/web'),
  ].find((folder) => existsSync(path.join(folder, 'client/index.html'))) ?? '';
const clientFolder = path.join(webFolder, 'client');
const aYear = 31_536_000;
/** Screens behind the sign-in: the browser draws them, and no code for pages needs to be loaded. */
const screens = /^\/(start|account|buyer|cooperative|compliance|admin)(\/|\?|$)/;

/**
 * Serves the portal from its precompressed build. Every address that is no file and none of the api's own is a page of the portal:
 * rendered here where it is for anyone, otherwise drawn by the browser.
 */
export async function servePortal(
  app: NestFastifyApplication,
  settings: Settings,
  logger: ReturnType<typeof rootLogger>,
): Promise<void> {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  if (!webFolder) {
    return;
  }
  await server.register(fastifyStatic as never, {
    root: clientFolder,
    prefix: '/',
    wildcard: false,
    index: false,
    globIgnore: ['.vite/**'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply: FastifyReply, file: string) => {
      // Files below assets are named by their content; the others keep their names and are asked for again.
      const named = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', named ? `public, max-age=${aYear}, immutable` : 'no-cache');
    },
  });
  const template = await readFile(path.join(clientFolder, 'index.html'), 'utf8');
  const screenWith = (head: string): string =>
    template.replace('<!--head-->', `<title>Weftway</title>${head}`).replace('<!--app-->', '');
  const screen = screenWith('');
  // Who is signed in is asked while the scripts are still on their way.
  const screenBehindSignIn = screenWith(
    '<link rel="preload" href="/v1/account/session" as="fetch" crossorigin="anonymous" />',
  );
  const pages = new ServedPages(server, webFolder, template, settings.publicUrl);
  const sitemap = new Sitemap(app, settings.publicUrl);

  server.get('/robots.txt', async (_request: FastifyRequest, reply: FastifyReply) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/plain').send(robots(settings.publicUrl)),
  );
  server.get('/sitemap.xml', async (_request: FastifyRequest, reply: FastifyReply) =>
    reply
      .header('cache-control', 'public, max-age=3600')
      .type('application/xml')
      .send(await sitemap.text()),
  );
  server.get('/sitemap-:part.xml', async (request: FastifyRequest, reply: FastifyReply) => {
    const { part } = request.params as { part: string };
    const text = /^\d{1,4}$/.test(part) ? await sitemap.part(Number(part)) : null;
    if (text === null) {
      reply.callNotFound();
      return reply;
    }
    return reply.header('cache-control', 'public, max-age=3600').type('application/xml').send(text);
  });
  server.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url.startsWith('/v1/') || request.url.startsWith('/assets/')) {
      reply.callNotFound();
      return reply;
    }
    const sendScreen = (html = screen): FastifyReply =>
      reply
        .header('cache-control', 'no-cache')
        .header('vary', 'accept-language, cookie, accept-encoding')
        .type('text/html; charset=utf-8')
        .send(html);
    if (screens.test(request.url)) {
      return sendScreen(screenBehindSignIn);
    }
    const page = await pages.render(request).catch((error: unknown) => {
      // The browser can still draw it, or say what is wrong.
      logger.error({ err: error, requestId: request.id }, 'A page could not be rendered');
      return { kind: 'screen', html: screen } as const;
    });
    switch (page.kind) {
      case 'screen':
        return sendScreen(page.html);
      case 'redirect':
        return reply.header('cache-control', 'no-cache').redirect(page.to, 302);
      case 'page':
        return sendPage(request, reply, page);
    }
  });
}

function sendPage(request: FastifyRequest, reply: FastifyReply, page: WrittenPage): FastifyReply {
  const { status, html, language, etag } = page;
  // What a paper is worth is asked each time anew.
  const keeps = status === 200 && !request.url.startsWith('/verify/');
  void reply
    .status(status)
    .header('cache-control', keeps ? 'public, max-age=60, stale-while-revalidate=300' : 'no-cache')
    .header('vary', 'accept-language, cookie, accept-encoding')
    .header('content-language', language)
    .header('etag', etag)
    .type('text/html; charset=utf-8');
  if (status === 200 && request.headers['if-none-match']?.includes(etag)) {
    return reply.status(304).send();
  }
  return reply.send(html);
}
