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

function pack(
  text: string,
  coding: 'br' | 'gzip',
  done: (error: Error | null, packed: Buffer) => void,
): void {
  if (coding === 'br') {
    brotliCompress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }, done);
  } else {
    gzip(text, done);
  }
}

/**
 * Packs what is written as text to whoever reads: data and pages. Streams go as they are: events, which must arrive at once; papers and
 * pictures, which are packed in themselves; files of the portal, which were packed when it was built.
 */
export function packAnswers(server: FastifyInstance): void {
  server.addHook('onSend', (request: FastifyRequest, reply: FastifyReply, payload: unknown, done) => {
    const worth =
      request.method === 'GET' &&
      typeof payload === 'string' &&
      payload.length >= least &&
      packable.test(String(reply.getHeader('content-type') ?? '')) &&
      !reply.hasHeader('content-encoding') &&
      !reply.hasHeader('set-cookie') &&
      !secret.test(request.url);
    if (!worth) {
      done(null, payload);
      return;
    }
    const vary = String(reply.getHeader('vary') ?? '');
    if (!/accept-encoding/i.test(vary)) {
      void reply.header('vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding');
    }
    const coding = codingFor(request);
    if (!coding) {
      done(null, payload);
      return;
    }
    void reply.header('content-encoding', coding).removeHeader('content-length');
    pack(payload, coding, done);
  });
}
