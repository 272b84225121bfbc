import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { errors } from '#platform';

/** The version that the caller read, or null for a PUT that begins something. */
export const IfMatchWhenKnown = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | null => {
    const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    if (!header) {
      return null;
    }
    const match = /^"v(\d{1,9})(?:\.[0-9a-f]{8})?"$/.exec(header);
    if (!match) {
      throw errors.version_conflict();
    }
    return Number(match[1]);
  },
);
