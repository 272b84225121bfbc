import autocannon from 'autocannon';
import pidusage from 'pidusage';

/** What is asked again and again. */
export interface Ask {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** One measured turn of one server. */
export interface Turn {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** CPU of the server's process for each request. */
  cpuMs: number;
  /** Resident memory of the server's process at the end. */
  memoryMb: number;
}

/**
 * Asks for so many seconds over so many connections.
 * @throws Error when anything but the expected status came back: a fast refusal is no answer
 */
export async function turn(
  ask: Ask,
  server: { pid: number },
  how: { connections: number; seconds: number },
): Promise<Turn> {
  const before = await pidusage(server.pid);
  const result = await autocannon({
    url: ask.url,
    method: ask.method ?? 'GET',
    headers: { ...ask.headers, ...(ask.body !== undefined && { 'content-type': 'application/json' }) },
    ...(ask.body !== undefined && { body: ask.body }),
    connections: how.connections,
    duration: how.seconds,
  });
  const after = await pidusage(server.pid);
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0) {
    const answer = await fetch(ask.url, {
      method: ask.method ?? 'GET',
      headers: { ...ask.headers, ...(ask.body !== undefined && { 'content-type': 'application/json' }) },
      body: ask.body ?? null,
    });
    throw new Error(
      `${ask.method ?? 'GET'} ${ask.url}: ${result['2xx']} answers, ${result.non2xx} refusals, ${result.errors} errors, such as ${answer.status} ${(await answer.text()).slice(0, 500)}`,
    );
  }
  return {
    perSecond: result['2xx'] / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuMs: (after.ctime - before.ctime) / result['2xx'],
    memoryMb: after.memory / 1_048_576,
  };
}

/** The middle one by what it says; the mean of the middle two where there are two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[half] ?? Number.NaN)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

export function medianTurn(turns: readonly Turn[]): Turn {
  const middle = (of: (one: Turn) => number): number => median(turns.map(of));
  return {
    perSecond: middle((one) => one.perSecond),
    p50Ms: middle((one) => one.p50Ms),
    p99Ms: middle((one) => one.p99Ms),
    cpuMs: middle((one) => one.cpuMs),
    memoryMb: middle((one) => one.memoryMb),
  };
}
