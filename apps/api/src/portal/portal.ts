import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where the build puts the portal: beside the api. */
const clientFolder = path.join(import.meta.dirname, '../../../web/client');
const aYear = 31_536_000;

/**
 * Serves the portal from its precompressed build. Every address that is no file and none of the api's own is a screen of the
 * portal, which finds out itself what to show.
 */
export async function servePortal(server: FastifyInstance): Promise<void> {
  const built = await stat(path.join(clientFolder, 'index.html')).catch(() => null);
  if (!built) {
    return;
  }
  await server.register(fastifyStatic as never, {
    root: clientFolder,
    prefix: '/',
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply: FastifyReply, file: string) => {
      // Files below assets are named by their content; the others keep their names and are asked for again.
      const named = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', named ? `public, max-age=${aYear}, immutable` : 'no-cache');
    },
  });
  const page = await readFile(path.join(clientFolder, 'index.html'), 'utf8');
  server.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url.startsWith('/v1/') || request.url.startsWith('/assets/')) {
      reply.callNotFound();
      return reply;
    }
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
  });
}
