import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { errors } from '#platform';

/**
 * The version of the profile that was read, from `If-Match`; null without it, which creates the first one.
 * A profile that exists is replaced only by who read it: the service refuses null then with 428.
 */
export const ProfileVersion = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (!header) {
    return null;
  }
  const match = /^"v(\d{1,9})"$/.exec(header);
  if (!match) {
    throw errors.version_conflict();
  }
  return Number(match[1]);
});
