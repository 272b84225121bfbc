import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { stopTracing, type TracedRequest, tracing } from '#platform';

/** Puts each request into a trace of its own or its client's. Adds no hook where nothing is traced. */
export function traceRequests(server: FastifyInstance): void {
  const backend = tracing();
  if (!backend) {
    return;
  }
  const traced = new WeakMap<FastifyRequest, TracedRequest>();
  server.addHook('onRequest', (request, _reply, done) => {
    const own = backend.request(request.method, request.id, request.headers);
    traced.set(request, own);
    own.run(done);
  });
  // Where a body was read, what follows comes from the socket and has lost the context.
  server.addHook('preValidation', (request, _reply, done) => {
    const own = traced.get(request);
    if (own) {
      own.run(done);
    } else {
      done();
    }
  });
  server.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    // The pattern, not the address: paths carry tokens.
    traced.get(request)?.end(request.routeOptions.url ?? 'unknown', reply.statusCode);
  });
  server.addHook('onClose', () => stopTracing());
}
