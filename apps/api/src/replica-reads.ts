import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { placeOf, type Replica, type Settings } from '#platform';

type WithCookies = FastifyRequest & { cookies?: Record<string, string | undefined> };
type CookieReply = FastifyReply & { setCookie(name: string, value: string, options: object): FastifyReply };

/**
 * What may be answered by a replica, a little late: pages that are looked at. Never what is decided by (awarding, signing in), what must
 * be current for whoever trusts it (verification, a person's own session), or what a deadline uncovers (quotes and their comparison).
 */
export const mayLag: ReadonlySet<string> = new Set([
  '/v1/public/crafts',
  '/v1/public/schemes',
  '/v1/public/products',
  '/v1/public/products/:id',
  '/v1/public/cooperatives',
  '/v1/public/cooperatives/:id',
  '/v1/buyer/requests',
  '/v1/buyer/requests/:id',
  '/v1/buyer/requests/:id/lines',
  '/v1/buyer/cooperatives',
  '/v1/buyer/orders',
  '/v1/buyer/orders/:id',
  '/v1/cooperative/requests',
  '/v1/cooperative/products',
  '/v1/cooperative/orders',
  '/v1/cooperative/orders/:id',
  '/v1/compliance/certificates',
  '/v1/account/audit-log',
]);

/** The header with the place of the log that its reader has seen; browsers carry it as a cookie of the same meaning. */
export const seenHeader = 'weftway-seen';

/**
 * Lets reads go to the replica where there is one. Everyone reads their own writes: the answer to a write tells the place in the
 * primary's log after it, the reader sends it back with what follows, and the replica answers only once it has replayed it. Who signed in
 * and sends none is answered by the primary.
 */
export function readFromReplica(server: FastifyInstance, replica: Replica, settings: Settings): void {
  if (settings.databaseReplicaUrl === null) {
    return;
  }
  const secure = settings.publicUrl.startsWith('https:');
  const cookieName = secure ? '__Host-weftway_seen' : 'weftway_seen';
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 14 * 86_400 };

  server.addHook('preHandler', (request: WithCookies, _reply, done) => {
    const route = request.routeOptions.url ?? '';
    const sent = request.headers[seenHeader] ?? request.cookies?.[cookieName];
    const seen = sent === undefined && route.startsWith('/v1/public/') ? 0n : placeOf(sent);
    if (request.method === 'GET' && seen !== null && mayLag.has(route)) {
      replica.permit(seen, done);
    } else {
      done();
    }
  });
  server.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && reply.statusCode < 400) {
      const place = await replica.placeNow();
      (reply as CookieReply).header(seenHeader, place);
      (reply as CookieReply).setCookie(cookieName, place, options);
    }
  });
}
