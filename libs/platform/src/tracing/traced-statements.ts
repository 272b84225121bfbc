import { SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import pg from 'pg';

/** Literals of SQL: texts in quotes, and numbers that stand for themselves. */
const literals = /'(?:[^']|'')*'|(?<![\w$."])\d+(?:\.\d+)?(?!\w)/g;
const longestText = 500;

/** A statement as a trace may show it: its shape, without a value that stands in it. Parameters are never looked at. */
export function shapeOf(sql: string): string {
  return sql.replace(literals, '?').replace(/\s+/g, ' ').trim().slice(0, longestText);
}

type Query = (this: object, ...args: unknown[]) => unknown;

function textOf(query: unknown): string {
  const text = typeof query === 'object' && query !== null ? (query as { text?: unknown }).text : query;
  return typeof text === 'string' ? text : '';
}

/**
 * Gives each statement that belongs to a trace its part in it. pg is taken by its prototype, as OpenTelemetry's own instrumentation
 * does, which knows no modules of ECMAScript; statements beside any trace, such as a queue's polling, go through untouched.
 */
export function traceStatements(tracer: Tracer): void {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function query(this: object, ...args: unknown[]): unknown {
    const shape = trace.getActiveSpan() ? shapeOf(textOf(args[0])) : '';
    if (shape === '') {
      return original.apply(this, args);
    }
    const span = tracer.startSpan(`sql ${shape.split(' ', 1)[0]?.toLowerCase() ?? ''}`, {
      kind: SpanKind.CLIENT,
      attributes: { 'db.system.name': 'postgresql', 'db.query.text': shape },
    });
    const end = (error?: unknown): void => {
      if (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        const { code } = error as { code?: unknown };
        span.setAttribute('error.type', typeof code === 'string' ? code : 'unknown');
      }
      span.end();
    };
    const last = args.at(-1);
    if (typeof last === 'function') {
      const done = last as (...results: unknown[]) => unknown;
      return original.apply(this, [
        ...args.slice(0, -1),
        (error: unknown, ...rest: unknown[]) => {
          end(error);
          return done(error, ...rest);
        },
      ]);
    }
    const answer = original.apply(this, args);
    if (answer instanceof Promise) {
      answer.then(
        () => end(),
        (error: unknown) => end(error),
      );
    } else {
      // A query object of the caller's own tells its end itself.
      span.end();
    }
    return answer;
  };
}
