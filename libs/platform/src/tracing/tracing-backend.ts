import {
  type Context,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { traceStatements } from './traced-statements.js';
import type { SpanFacts } from './tracing.js';

/** Where a piece of work came from: the header or column that its cause left. */
export interface Cause {
  traceparent: string | null;
}

/** A request under trace: what follows runs inside it, and it ends with the answer. */
export interface TracedRequest {
  run: (next: () => void) => void;
  end: (route: string, status: number) => void;
}

/**
 * OpenTelemetry's SDK, set by its own environment variables: endpoint, headers, sampler, batches, resource attributes. Loaded
 * only where traces are wanted.
 */
export class TracingBackend {
  private readonly tracer: Tracer;

  constructor(private readonly provider: NodeTracerProvider) {
    this.tracer = provider.getTracer('weftway');
  }

  /** The part of the trace that another process left word of. */
  private after(cause: Cause): Context {
    return cause.traceparent === null
      ? context.active()
      : propagation.extract(context.active(), { traceparent: cause.traceparent });
  }

  traceparent(): string | null {
    return this.traceparentOf(context.active());
  }

  async part<Result>(name: string, facts: SpanFacts, work: () => Promise<Result>): Promise<Result> {
    if (!trace.getActiveSpan()) {
      return work();
    }
    return this.around(this.tracer.startSpan(name, { attributes: { ...facts } }), context.active(), work);
  }

  /** A request of a client; in the client's own trace where it has one. */
  request(method: string, requestId: string, headers: Readonly<Record<string, unknown>>): TracedRequest {
    const parent = propagation.extract(context.active(), headers);
    const span = this.tracer.startSpan(
      method,
      {
        kind: SpanKind.SERVER,
        attributes: { 'http.request.method': method, 'weftway.request_id': requestId },
      },
      parent,
    );
    const inside = trace.setSpan(parent, span);
    return {
      run: (next) => context.with(inside, next),
      end: (route, status) => {
        span.updateName(`${method} ${route}`);
        span.setAttributes({ 'http.route': route, 'http.response.status_code': status });
        if (status >= 500) {
          span.setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end();
      },
    };
  }

  /** The wait of a promise in the outbox, from its commit to the queue. @returns what its job carries on */
  relayed(type: string, messageId: string, writtenAt: Date, cause: Cause): string | null {
    if (cause.traceparent === null) {
      return null;
    }
    const parent = this.after(cause);
    const span = this.tracer.startSpan(
      `outbox ${type}`,
      {
        kind: SpanKind.PRODUCER,
        startTime: writtenAt,
        attributes: { 'messaging.system': 'weftway.outbox', 'messaging.message.id': messageId },
      },
      parent,
    );
    span.end();
    return this.traceparentOf(trace.setSpan(parent, span));
  }

  /** A job of a queue, in the trace of what caused it. */
  job<Result>(
    queue: string,
    handler: string,
    facts: SpanFacts,
    cause: Cause,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const parent = this.after(cause);
    const span = this.tracer.startSpan(
      `job ${handler}`,
      {
        kind: SpanKind.CONSUMER,
        attributes: {
          'messaging.system': 'bullmq',
          'messaging.destination.name': queue,
          ...facts,
        },
      },
      parent,
    );
    return this.around(span, parent, work);
  }

  async close(): Promise<void> {
    await this.provider.shutdown();
  }

  private traceparentOf(of: Context): string | null {
    const carrier: Record<string, string> = {};
    propagation.inject(of, carrier);
    return carrier.traceparent ?? null;
  }

  /** Runs the work inside the span, which ends with it. An error is told by its kind alone: messages may quote what was sent. */
  private async around<Result>(span: Span, parent: Context, work: () => Promise<Result>): Promise<Result> {
    try {
      return await context.with(trace.setSpan(parent, span), work);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
      throw error;
    } finally {
      span.end();
    }
  }
}

/** @param processName `api` or `worker`: the service is `weftway-api` unless `OTEL_SERVICE_NAME` says otherwise */
export function openTracing(processName: string): TracingBackend {
  const protocol =
    process.env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ??
    process.env.OTEL_EXPORTER_OTLP_PROTOCOL ??
    'http/protobuf';
  if (protocol !== 'http/protobuf' && protocol !== 'http/json') {
    throw new Error(`Traces are sent by http/protobuf or http/json, not by ${protocol}`);
  }
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': `weftway-${processName}` }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [
      new BatchSpanProcessor(protocol === 'http/json' ? new JsonExporter() : new ProtobufExporter()),
    ],
  });
  provider.register();
  traceStatements(provider.getTracer('weftway'));
  return new TracingBackend(provider);
}
