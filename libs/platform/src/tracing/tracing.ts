import type { TracingBackend } from './tracing-backend.js';

/** What a part of a trace may say about itself: names, ids and figures of the work, nothing of a person and no price. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/** Where traces go; null unless `OTEL_EXPORTER_OTLP_ENDPOINT` is set, and then nothing of OpenTelemetry is loaded. */
let backend: TracingBackend | null = null;

/** Whether the standard settings of OpenTelemetry ask for traces. */
export function tracingWanted(env: Readonly<Record<string, string | undefined>>): boolean {
  return (
    Boolean(env.OTEL_EXPORTER_OTLP_ENDPOINT || env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) &&
    env.OTEL_SDK_DISABLED?.toLowerCase() !== 'true' &&
    env.OTEL_TRACES_EXPORTER !== 'none'
  );
}

/** Begins to trace this process where its environment asks for it. Before anything else is made. */
export async function startTracing(processName: string): Promise<void> {
  if (backend === null && tracingWanted(process.env)) {
    const { openTracing } = await import('./tracing-backend.js');
    backend = openTracing(processName);
  }
}

/** Sends what is left and ends. */
export async function stopTracing(): Promise<void> {
  const open = backend;
  backend = null;
  await open?.close();
}

/** What traces this process, for whoever begins a trace; null when nothing does. */
export function tracing(): TracingBackend | null {
  return backend;
}

/** The W3C traceparent of the work under way, to be kept with what it causes later; null when it is not traced. */
export function traceparent(): string | null {
  return backend?.traceparent() ?? null;
}

/** Does a part of the work under its own name in the trace. When nothing is traced it is the work alone. */
export function traced<Result>(name: string, facts: SpanFacts, work: () => Promise<Result>): Promise<Result> {
  return backend === null ? work() : backend.part(name, facts, work);
}
