import { type Call, latencyOf, type Measures, type Sample } from './measures.js';

/** What the design asks: no error, and of a hundred requests 99 within half a second. */
export const mostP99Ms = 500;
/** A process grows when the last third of the time after warming up holds more than the second by both of these. */
const growth = { share: 0.15, mb: 25 };
/** In less time than this a process has not finished growing to its usual size. */
export const leastForMemoryMs = 180_000;
/** Descriptors or connections that come and go. */
const looseHandles = 40;

export interface Verdict {
  warmMs: number;
  /** Calls after warming up. */
  calls: Call[];
  /** What does not hold, in words; empty when all does. */
  problems: string[];
}

export function judge(measures: Measures, lengthMs: number): Verdict {
  const warmMs = Math.min(120_000, lengthMs / 4);
  const calls = measures.calls.filter((call) => call.at >= warmMs);
  const problems: string[] = [];
  const errors = measures.calls.filter((call) => call.error !== null);
  if (errors.length > 0) {
    problems.push(`${errors.length} of ${measures.calls.length} requests failed`);
  }
  const { p99, count } = latencyOf(calls);
  if (count === 0) {
    problems.push('no request was measured after warming up');
  }
  if (p99 > mostP99Ms) {
    problems.push(`p99 is ${Math.round(p99)} ms, above ${mostP99Ms} ms`);
  }
  const [, middle, last] = thirds(measures.samples.filter((sample) => sample.at >= warmMs));
  for (const process of Object.keys(last?.[0]?.rssMb ?? {})) {
    const before = mean(middle ?? [], (sample) => sample.rssMb[process] ?? 0);
    const after = mean(last ?? [], (sample) => sample.rssMb[process] ?? 0);
    if (lengthMs >= leastForMemoryMs && after > before * (1 + growth.share) && after > before + growth.mb) {
      problems.push(
        `the memory of the ${process} grows: from ${Math.round(before)} to ${Math.round(after)} MB`,
      );
    }
    const open = (samples: Sample[] | undefined): number =>
      Math.max(0, ...(samples ?? []).map((sample) => sample.handles[process] ?? 0));
    if (open(last) > open(middle) + looseHandles) {
      problems.push(`the ${process} has ${open(last)} handles open, ${open(middle)} before`);
    }
  }
  const connections = (samples: Sample[] | undefined): number =>
    Math.max(
      0,
      ...(samples ?? []).map((sample) =>
        Object.values(sample.connections).reduce((sum, one) => sum + one, 0),
      ),
    );
  if (connections(last) > connections(middle) + looseHandles) {
    problems.push(`${connections(last)} connections to the database, ${connections(middle)} before`);
  }
  return { warmMs, calls, problems };
}

function thirds(samples: readonly Sample[]): Sample[][] {
  const third = Math.ceil(samples.length / 3);
  return [samples.slice(0, third), samples.slice(third, 2 * third), samples.slice(2 * third)];
}

function mean(samples: readonly Sample[], of: (sample: Sample) => number): number {
  return samples.length === 0 ? 0 : samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
}
