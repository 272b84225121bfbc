/**
 * The limit: what Fastify and pg reach with nothing between them, on the same database as Weftway, as the same role, under the same
 * policies, with the same session, audit entry and outbox. It is what a patient programmer would write for one route alone: prepared
 * statements, sent together where one does not need the answer of another.
 */
import Fastify from 'fastify';
import { Bare } from './bare.js';
import { listRequests, readRequest, searchProducts } from './reads.js';
import { draftRequest } from './writes.js';

const bare = new Bare(process.env.DATABASE_URL ?? '', process.env.SESSION_SECRET ?? '');
const server = Fastify();
readRequest(server, bare);
listRequests(server, bare);
searchProducts(server, bare);
draftRequest(server, bare);
process.once('disconnect', () => process.exit());
process.once('SIGTERM', () => process.exit());
await server.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
process.send?.('ready');
