/** One request that was answered, or not. */
export interface Call {
  /** Milliseconds since the beginning of the load. */
  at: number;
  route: string;
  ms: number;
  error: string | null;
}

/** What a process holds at a moment. */
export interface Sample {
  at: number;
  /** Megabytes and open file descriptors by process; descriptors only where the system shows them. */
  rssMb: Record<string, number>;
  /** Seconds of one core that it has used since it began. */
  cpuSeconds: Record<string, number>;
  handles: Record<string, number | null>;
  /** Connections of the database by the name of who opened them. */
  connections: Record<string, number>;
}

/** Everything that was seen. */
export class Measures {
  readonly calls: Call[] = [];
  readonly samples: Sample[] = [];
  events = 0;
  /** Visits that fell on someone who was busy. */
  turnedAway = 0;
  /** Quotes that came after their deadline, and were refused for it as they must be. */
  tooLate = 0;
  private readonly begun = performance.now();

  get elapsedMs(): number {
    return performance.now() - this.begun;
  }

  /**
   * Measures one request, from its sending to the end of its answer. What fails is noted, and thrown on.
   * @param isRule whether a refusal is the rule at work and no failure
   */
  async time<Result>(
    method: string,
    path: string,
    request: () => Promise<Result>,
    isRule: (error: unknown) => boolean = () => false,
  ): Promise<Result> {
    const at = this.elapsedMs;
    const note = (error: string | null): void => {
      this.calls.push({ at, route: `${method} ${routeOf(path)}`, ms: this.elapsedMs - at, error });
    };
    try {
      const result = await request();
      note(null);
      return result;
    } catch (error) {
      note(isRule(error) ? null : String(error));
      throw error;
    }
  }
}

function routeOf(path: string): string {
  return (path.split('?')[0] ?? '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
}

export interface Latency {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  most: number;
}

export function latencyOf(calls: readonly Call[]): Latency {
  const sorted = calls.map((call) => call.ms).sort((left, right) => left - right);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1) ?? 0 };
}
