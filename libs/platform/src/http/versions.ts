import { hash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors } from '../errors/platform.errors.js';
import { JsonText } from './json-text.js';

const versionOf = Symbol('version');
type Versioned = FastifyReply & { [versionOf]?: number | undefined };

/**
 * `ETag` on every answer that has a `version`, and 304 for who has it already. What was read carries a digest too, as
 * `"v3.1f0c9a2b"`: the clock changes answers without a new version, when a deadline passes or a certificate ends.
 */
export function tagVersions(server: FastifyInstance): void {
  server.decorateReply(versionOf, undefined);
  server.addHook('preSerialization', (_request, reply: Versioned, payload, done) => {
    const version =
      payload instanceof JsonText ? payload.version : (payload as { version?: unknown } | null)?.version;
    if (typeof version === 'number') {
      reply[versionOf] = version;
    }
    done(null, payload);
  });
  server.addHook('onSend', (request, reply: Versioned, payload, done) => {
    const version = reply[versionOf];
    if (version === undefined || typeof payload !== 'string' || reply.statusCode >= 300) {
      done(null, payload);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      void reply.header('etag', `"v${version}"`);
      done(null, payload);
      return;
    }
    const tag = `"v${version}.${digestOf(payload)}"`;
    void reply.header('etag', tag);
    if (request.headers['if-none-match'] === tag) {
      void reply.status(304).removeHeader('content-length').removeHeader('content-type');
      done(null, '');
      return;
    }
    done(null, payload);
  });
}

function digestOf(answer: string): string {
  return hash('sha1', answer).slice(0, 8);
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
