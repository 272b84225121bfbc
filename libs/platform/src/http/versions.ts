import { createHash } from 'node:crypto';
import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { errors } from '../errors/platform.errors.js';

/**
 * `ETag` on every answer that has a `version`, and 304 for who has it already. What was read carries a digest too, as
 * `"v3.1f0c9a2b"`: the clock changes answers without a new version, when a deadline passes or a certificate ends.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      map((answer) => {
        const version = (answer as { version?: unknown } | null | undefined)?.version;
        if (typeof version !== 'number') {
          return answer;
        }
        const reply = http.getResponse<FastifyReply>();
        const request = http.getRequest<FastifyRequest>();
        if (request.method !== 'GET') {
          void reply.header('etag', `"v${version}"`);
          return answer;
        }
        const tag = `"v${version}.${digestOf(answer)}"`;
        void reply.header('etag', tag);
        if (request.headers['if-none-match'] === tag) {
          void reply.status(304);
          return undefined;
        }
        return answer;
      }),
    );
  }
}

function digestOf(answer: unknown): string {
  return createHash('sha1').update(JSON.stringify(answer)).digest('hex').slice(0, 8);
}

/** The version that the caller read, from `If-Match`. Without it a change is refused with 428. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const match = /^"v(\d{1,9})(?:\.[0-9a-f]{8})?"$/.exec(header ?? '');
  if (!header) {
    throw errors.version_required();
  }
  if (!match) {
    throw errors.version_conflict();
  }
  return Number(match[1]);
});

/** @throws DomainError `version_conflict` when the row has moved on since `expected` was read */
export function assertVersion(row: { version: number }, expected: number): void {
  if (row.version !== expected) {
    throw errors.version_conflict({ extra: { currentVersion: row.version } });
  }
}
