import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type FieldError } from '../errors/domain-error.js';
import { errors } from '../errors/platform.errors.js';
import { Flag, ListOf, Text, WholeNumber } from './fields.js';
import { cursorUnknown } from './page.js';

class ProblemPlace {
  @Text({
    min: 0,
    max: 500,
    description: 'RFC 6901 pointer into the body (empty: all of it), or ?name of a query parameter',
    example: '/lines/3/quantity',
  })
  pointer!: string;

  @Text({ max: 100 })
  code!: string;

  @Text({ max: 1000 })
  detail!: string;
}

/** The answer to anything that is refused, by RFC 9457. */
export class Problem {
  @Text({ max: 200, example: 'https://weftway.example/problems/request_not_open' })
  type!: string;

  @Text({ max: 200, example: 'Request not open' })
  title!: string;

  @WholeNumber({ min: 400, max: 599, example: 409 })
  status!: number;

  @Text({ max: 100, example: 'request_not_open', description: 'Stable: programs decide by it' })
  code!: string;

  @Text({ max: 2000, example: 'Quotes are accepted only while the request is open.' })
  detail!: string;

  @Text({ max: 100, description: 'Names this request in the logs' })
  requestId!: string;

  @ListOf(() => ProblemPlace, { max: 10_000, optional: true })
  errors?: ProblemPlace[];

  @Flag({ optional: true, description: 'Whether trying again unchanged can help' })
  retryable?: boolean;
}

interface DatabaseRefusal {
  code: string;
  message: string;
  detail?: string;
  constraint?: string;
}

/** What PostgreSQL or TypeORM's wrapper of it says, or null. */
function databaseRefusal(error: unknown): DatabaseRefusal | null {
  const inner = (error as { driverError?: unknown }).driverError ?? error;
  const code = (inner as { code?: unknown }).code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? (inner as DatabaseRefusal) : null;
}

/** A refusal that a constraint, policy or trigger made, in the same form as one of a service. */
export function fromDatabase(refusal: DatabaseRefusal): DomainError | null {
  if (refusal.code.startsWith('WW')) {
    return new DomainError(refusal.message, Number(refusal.code.slice(2)), refusal.detail ?? refusal.message);
  }
  switch (refusal.code) {
    case '23505':
      return errors.already_exists();
    case '23503':
      return errors.in_use();
    case '23514':
    case '22003':
    case '22001':
    case '22007':
    case '22008':
    case '22P02':
      return errors.invalid_input({
        errors: [
          {
            pointer: '',
            code: refusal.constraint ?? 'value_out_of_range',
            detail: 'A value is out of its range.',
          },
        ],
      });
    case '42501':
      // A row policy refused: for this actor the record is not there.
      return errors.not_found();
    case '40001':
    case '40P01':
      return new DomainError('try_again', 409, 'Two changes met at the same moment. Try again.', [], {
        retryable: true,
      });
    default:
      return null;
  }
}

function fromHttp(error: HttpException): DomainError {
  const status = error.getStatus();
  // Nest gives what Fastify refuses before a route is reached in this form; an upload is read later, in its route.
  const codes: Record<number, string> = {
    400: 'body_unreadable',
    404: 'not_found',
    405: 'method_not_allowed',
    413: 'body_too_large',
    415: 'media_type_unknown',
  };
  return new DomainError(
    codes[status] ?? (status < 500 ? 'bad_request' : 'internal_error'),
    status,
    error.message,
  );
}

function fromFastify(error: { statusCode: number; message: string; code?: unknown }): DomainError {
  const code = typeof error.code === 'string' ? error.code : '';
  const known: Record<string, string> = {
    FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_unknown',
    FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
    FST_REQ_FILE_TOO_LARGE: 'upload_too_large',
    FST_ERR_CTP_EMPTY_JSON_BODY: 'body_unreadable',
    FST_ERR_CTP_INVALID_JSON_BODY: 'body_unreadable',
  };
  return new DomainError(
    known[code] ?? (error.statusCode === 400 ? 'body_unreadable' : 'bad_request'),
    error.statusCode,
    error.message,
  );
}

/** @fastify/rate-limit throws the very problem that its `errorResponseBuilder` made, which is no Error. */
function isProblem(
  error: unknown,
): error is { code: string; status: number; detail: string; retryAfterSeconds: unknown } {
  const { code, status, detail } = (error ?? {}) as Record<string, unknown>;
  return typeof code === 'string' && typeof status === 'number' && typeof detail === 'string';
}

/** Whatever was thrown, as the refusal that the caller is told; null for what is our own fault. */
export function refusalOf(error: unknown): DomainError | null {
  if (error instanceof DomainError) {
    return error;
  }
  if (error instanceof HttpException) {
    return fromHttp(error);
  }
  if (isProblem(error)) {
    const { code, status, detail, retryAfterSeconds } = error;
    return new DomainError(code, status, detail, [], { retryAfterSeconds });
  }
  if (error instanceof Error) {
    const refusal = databaseRefusal(error);
    if (refusal) {
      return fromDatabase(refusal);
    }
    const status = (error as { statusCode?: unknown }).statusCode;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      return fromFastify(error as Error & { statusCode: number });
    }
  }
  return null;
}

/** Of a query, the cursor's key alone reaches a type of the database unchecked: where it does not fit, it is of another list. */
function cursorRefusal(error: unknown, request: FastifyRequest): DomainError | null {
  const asked = (request.query as { cursor?: unknown } | undefined)?.cursor;
  const refused = asked !== undefined && error instanceof Error ? databaseRefusal(error) : null;
  return refused && ['22007', '22008', '22P02', '22003'].includes(refused.code) ? cursorUnknown() : null;
}

export function problemBody(refusal: DomainError, publicUrl: string, requestId: string): object {
  const title = refusal.code.replaceAll('_', ' ');
  return {
    type: `${publicUrl}/problems/${refusal.code}`,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    status: refusal.status,
    code: refusal.code,
    detail: refusal.detail,
    requestId,
    ...(refusal.errors.length > 0 && { errors: refusal.errors satisfies readonly FieldError[] }),
    ...refusal.extra,
  };
}

/** Every error leaves as a problem document; what nobody foresaw is logged whole and told as little as can be. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly publicUrl: string) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const refusal =
      cursorRefusal(error, request) ??
      refusalOf(error) ??
      new DomainError(
        'internal_error',
        500,
        'Something failed on our side. Nothing was changed by halves; try again.',
      );
    if (refusal.status >= 500) {
      this.logger.error({ err: error, requestId: request.id }, 'Unforeseen error');
    }
    if (reply.sent) {
      return;
    }
    const wait = refusal.extra.retryAfterSeconds;
    if (typeof wait === 'number') {
      void reply.header('retry-after', String(Math.ceil(wait)));
    }
    void reply
      .status(refusal.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(problemBody(refusal, this.publicUrl, request.id));
  }
}
