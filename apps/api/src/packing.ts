import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What fits into one packet of the network is not sent sooner for being smaller. */
const least = 1_000;
/** Four times faster than the best, and hardly larger. */
const quality = 4;
const packable = /^(application\/((problem|geo)\+)?json|text\/html)\b/;
/**
 * Holds the secret that changes are signed with. Never packed: whoever could put text of their own into such an answer would learn the
 * secret from its length, letter by letter (BREACH).
 */
const secret = /^\/v1\/account\/session\b/;

/** The best of what the caller unpacks. */
function codingFor(request: FastifyRequest): 'br' | 'gzip' | undefined {
  const offered = (request.headers['accept-encoding'] ?? '')
    .split(',')
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
    .map((one) => one.split(';')[0]?.trim().toLowerCase());
  return (['br', 'gzip'] as const).find((coding) => offered.includes(coding));
}

async function packed(text: string, coding: 'br' | 'gzip'): Promise<Buffer> {
  return coding === 'br'
    ? promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
    : promisify(gzip)(text);
}

/**
 * Packs what is written as text to whoever reads: data and pages. Streams go as they are: events, which must arrive at once; papers and
 * pictures, which are packed in themselves; files of the portal, which were packed when it was built.
 */
export function packAnswers(server: FastifyInstance): void {
  server.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    const worth =
      request.method === 'GET' &&
      typeof payload === 'string' &&
      payload.length >= least &&
      packable.test(String(reply.getHeader('content-type') ?? '')) &&
      !reply.hasHeader('content-encoding') &&
      !reply.hasHeader('set-cookie') &&
      !secret.test(request.url);
    if (!worth) {
      return payload;
    }
    const vary = String(reply.getHeader('vary') ?? '');
    if (!/accept-encoding/i.test(vary)) {
      void reply.header('vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding');
    }
    const coding = codingFor(request);
    if (!coding) {
      return payload;
    }
    void reply.header('content-encoding', coding).removeHeader('content-length');
    return packed(payload, coding);
  });
}

/** Tell a browser how to treat a page: of no use to scripts, styles, letters and data, and half a kilobyte with each of them. */
const forPages = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
  'x-frame-options',
  'referrer-policy',
];
/** Not the scripts of workers, which have a policy of their own. */
const partOfPage = /^\/(assets\/[^?]+|color-scheme)\.(js|css|woff2)(\?|$)/;

/** A file that is named by its content never changes and is asked for once. */
const ofNoUseToFiles = [
  'x-request-id',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'accept-ranges',
  'last-modified',
  'etag',
];

/** Leaves out of a part of a page what only a page needs. Data may do nothing, should a browser ever show it as a page. */
export function lightenParts(server: FastifyInstance): void {
  server.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    const data = /^application\/(problem\+)?json\b/.test(String(reply.getHeader('content-type') ?? ''));
    if (!data && !partOfPage.test(request.url)) {
      return;
    }
    // Helmet writes past the framework.
    forPages.forEach((name) => reply.raw.removeHeader(name));
    void reply.removeHeader('permissions-policy');
    if (request.url.startsWith('/assets/') && reply.statusCode < 400) {
      for (const name of ofNoUseToFiles) {
        void reply.removeHeader(name);
      }
    }
    if (data) {
      void reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    }
  });
}
