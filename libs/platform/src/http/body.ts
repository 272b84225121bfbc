import type { FastifyRequest } from 'fastify';
import { errors } from '../errors/platform.errors.js';

/** More than any body of ours has; what is deeper is only sent to exhaust the stack of whoever walks it. */
const deepest = 32;

/**
 * Refuses what no route takes, before anything looks into it: bodies that a page of another site can send as a form or as text
 * without being asked (and so sign someone in as somebody else), and bodies nested without end.
 */
export function assertBodyIsPlain(request: FastifyRequest): void {
  const type = request.headers['content-type'];
  if (type !== undefined && !/^\s*(application\/json|multipart\/form-data)\s*(;|$)/i.test(type)) {
    throw errors.media_type_unknown();
  }
  let level = [request.body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) {
      throw errors.invalid_input({
        errors: [{ pointer: '', code: 'depth', detail: `Nothing is nested more than ${deepest} times.` }],
      });
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null && !Buffer.isBuffer(value) ? Object.values(value) : [],
    );
  }
}
