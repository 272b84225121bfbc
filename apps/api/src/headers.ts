import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';

type Headers = Readonly<Record<string, string>>;

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

/** What no page asks a browser for. */
const unused = [
  'accelerometer',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/**
 * What a browser is told to do with an answer, by the kind of answer: a page gets all of Helmet's headers; data and files, should a
 * browser ever show them as a page, may do nothing; scripts, styles and letters go without half a kilobyte that is of no use to them. They are the same each
 * time, so they are written once.
 */
export function guardAnswers(
  server: FastifyInstance,
  { overTls, isEnding }: { overTls: boolean; isEnding: () => boolean },
): void {
  const page: Headers = {
    ...helmetHeaders(overTls),
    'permissions-policy': `camera=(self), ${unused.map((feature) => `${feature}=()`).join(', ')}`,
  };
  const part = only(page, [
    'x-content-type-options',
    'cross-origin-resource-policy',
    'strict-transport-security',
  ]);
  const data = { ...part, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };
  // The portal shows files from memory and as pictures; at their own address they are alone in a world without scripts.
  const file = {
    ...part,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'referrer-policy': 'no-referrer',
  };
  server.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    // Here for streams of events as well, which leave past the hook below.
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    done();
  });
  server.addHook('onSend', (request: FastifyRequest, reply: FastifyReply, _payload, done) => {
    const type = reply.getHeader('content-type');
    if (typeof type === 'string' && /^application\/(problem\+)?json\b/.test(type)) {
      void reply.headers(data);
    } else if (request.url.startsWith('/v1/')) {
      void reply.headers(file);
    } else if (partOfPage.test(request.url)) {
      void reply.headers(part);
    } else {
      void reply.headers(page);
    }
    if (request.url.startsWith('/v1/')) {
      if (!reply.hasHeader('cache-control')) {
        // What one actor was told is not for the next one at the same screen; ETags still save the body.
        void reply.header('cache-control', 'private, no-cache').header('vary', 'Cookie, Authorization');
      }
    } else if (request.url.startsWith('/assets/') && reply.statusCode < 400) {
      ofNoUseToFiles.forEach((name) => void reply.removeHeader(name));
    }
    if (isEnding()) {
      // Otherwise a connection that is kept open holds up the end until it is idle for long.
      void reply.header('connection', 'close');
    }
    done();
  });
}

/** Helmet's headers, as it writes them on any answer. */
function helmetHeaders(overTls: boolean): Headers {
  const written: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      written[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  helmet({
    contentSecurityPolicy: {
      directives: {
        // Mantine places things by style attributes.
        'style-src': ["'self'", "'unsafe-inline'"],
        'font-src': ["'self'"],
        // Pictures that are about to be sent, and papers looked at in place.
        'img-src': ["'self'", 'data:', 'blob:'],
        'frame-src': ["'self'", 'blob:'],
        'upgrade-insecure-requests': null,
      },
    },
    hsts: overTls,
  })({} as IncomingMessage, answer as unknown as ServerResponse, (error?: unknown) => {
    if (error) {
      throw error;
    }
  });
  return written;
}

function only(headers: Headers, names: readonly string[]): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}
