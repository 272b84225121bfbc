import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookie } from '#identity';
import {
  bodyHashOf,
  type DomainError,
  errors,
  Metrics,
  problemBody,
  Replica,
  rootLogger,
  type Settings,
  StructuredLogger,
  tagVersions,
  writeJson,
} from '#platform';
import { ApiModule } from './api.module.js';
import { Drain } from './drain.js';
import { openApiOf } from './openapi.js';
import { guardAnswers } from './headers.js';
import { packAnswers } from './packing.js';
import { readFromReplica } from './replica-reads.js';
import { servePortal } from './portal/portal.js';
import { traceRequests } from './traced-requests.js';

/** 2,000 lines of a request with long texts. */
const bodyLimit = 5_000_000;
/** An office of so many people may share one network address; made-up credentials get no further than it. */
const actorsAtOneAddress = 20;

/** The api, ready to listen. */
export async function createApi(settings: Settings, drain = new Drain()): Promise<NestFastifyApplication> {
  const logger = rootLogger(settings.processName, settings.logLevel);
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: trustOf(settings.trustProxy),
    genReqId: (request: { headers: Record<string, unknown> }) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : randomUUID();
    },
    // A request that was begun is finished; an idle connection is closed.
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    // Who sends a letter at a time holds a connection no longer than this.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    routerOptions: { maxParamLength: 500 },
    // An address that cannot be decoded reaches no route, and so no filter.
    frameworkErrors: (
      error: Error & { statusCode?: number },
      request: FastifyRequest,
      reply: FastifyReply,
    ) => {
      const problem = errors.invalid_input({ detail: 'The address of this request cannot be read.' });
      void reply
        .status(error.statusCode ?? 400)
        .type('application/problem+json')
        .send({
          ...problemBody(problem, settings.publicUrl, request.id),
          status: error.statusCode ?? 400,
        });
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.for(settings), adapter, {
    logger: new StructuredLogger(logger),
    abortOnError: false,
  });
  const server = adapter.getInstance();
  drain.watch(server);
  traceRequests(server);
  await app.register(cookie as never);
  await app.register(multipart, { throwFileSizeLimit: true });
  const sessions = app.get(SessionCookie);
  await app.register(rateLimit, {
    max: settings.rateLimitPerMinute,
    timeWindow: 60_000,
    enableDraftSpec: true,
    skipOnError: true,
    keyGenerator: (request: FastifyRequest) => actorKey(request, sessions),
    errorResponseBuilder: (request: FastifyRequest, context: { ttl: number }) => ({
      statusCode: 429,
      ...problemBody(tooMany(context.ttl), settings.publicUrl, request.id),
    }),
  });
  const admitAddress = server.createRateLimit({
    max: settings.rateLimitPerMinute * actorsAtOneAddress,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => request.ip,
  });
  server.addHook('onRequest', async (request: FastifyRequest) => {
    const admitted = await admitAddress(request);
    if (!admitted.isAllowed && admitted.isExceeded) {
      throw tooMany(admitted.ttl);
    }
  });
  server.setReplySerializer(writeJson);
  tagVersions(server);
  const metrics = app.get(Metrics);
  guardAnswers(server, { overTls: settings.publicUrl.startsWith('https:'), isEnding: () => drain.isBegun });
  packAnswers(server);
  server.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
    // The pattern, not the address: paths carry tokens.
    const route = request.routeOptions.url ?? 'unknown';
    const seconds = reply.elapsedTime / 1000;
    metrics.observe(request.method, route, reply.statusCode, seconds);
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
  readFromReplica(server, app.get(Replica), settings);
  // Gathered from every controller when it is first read: a start does not wait for it.
  let document: OpenAPIObject | undefined;
  const documented = (): OpenAPIObject => (document ??= openApiOf(app));
  server.get('/v1/openapi.json', async (_request, reply) =>
    reply.type('application/json').send(documented()),
  );
  SwaggerModule.setup('docs', app, documented, { customSiteTitle: 'Weftway API' });
  await servePortal(app, settings, logger);
  await app.init();
  await server.ready();
  return app;
}

/** Counted from the side of the server: the last so many hops are ours. */
function trustOf(
  proxies: Settings['trustProxy'],
): boolean | string[] | ((address: string, hop: number) => boolean) {
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxies;
}

function tooMany(ttl: number): DomainError {
  return errors.too_many_requests({ extra: { retryAfterSeconds: Math.ceil(ttl / 1000) } });
}

/** Who a limit counts for: the session or key where there is one, otherwise the network address. */
function actorKey(request: FastifyRequest, sessions: SessionCookie): string {
  const secret = request.headers.authorization ?? sessions.tokenOf(request);
  return secret ? bodyHashOf('actor', secret) : request.ip;
}
