import type { HttpClient } from '../scenario/http-client.js';
import type { Cluster } from './cluster.js';

const connections = 16;

export interface Throughput {
  processes: number;
  perSecond: number;
  p99Ms: number;
  failed: number;
}

/** Reads as fast as they are answered, signed in, with the first so many api processes behind the proxy. */
export async function throughput(
  cluster: Cluster,
  buyer: HttpClient,
  processes: number,
  seconds: number,
): Promise<Throughput> {
  await cluster.proxy.use(processes);
  const times: number[] = [];
  let failed = 0;
  const begun = performance.now();
  const one = async (): Promise<void> => {
    while (performance.now() - begun < seconds * 1_000) {
      const asked = performance.now();
      const status = await buyer.attempt('GET', '/v1/buyer/requests?limit=25').then(
        (answer) => answer.status,
        () => 0,
      );
      times.push(performance.now() - asked);
      failed += status === 200 ? 0 : 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  times.sort((left, right) => left - right);
  return {
    processes,
    perSecond: Math.round(times.length / seconds),
    p99Ms: Math.round(times[Math.floor(times.length * 0.99)] ?? 0),
    failed,
  };
}
