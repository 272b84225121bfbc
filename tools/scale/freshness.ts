import type { HttpClient } from '../scenario/http-client.js';
import type { Cluster } from './cluster.js';

export interface Freshness {
  /** Reads right after a write, through any process. */
  reads: number;
  /** Those that did not show it. */
  stale: number;
  /** Reads that the replica answered, of all processes and since their start. */
  byReplica: number;
  /** The largest age of an answer that any process told, in milliseconds. */
  stalenessMs: number;
}

/** A figure of each api process. */
async function figures(cluster: Cluster, name: string): Promise<number[]> {
  return Promise.all(
    cluster.apiPorts.map(async (port) => {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
    }),
  );
}

/** Writes and reads again at once, on a new connection and so at another process. */
export async function ownWrites(cluster: Cluster, buyer: HttpClient, times: number): Promise<Freshness> {
  const result: Freshness = { reads: 0, stale: 0, byReplica: 0, stalenessMs: 0 };
  for (let time = 0; time < times; time += 1) {
    const { body } = await buyer.post<{ id: string }>('/v1/buyer/requests', {
      title: `Baskets, lot ${time}`,
      currency: 'EUR',
      incoterm: 'FCA',
      incotermPlace: 'Mombasa',
      deadline: new Date(Date.now() + 400 * 86_400_000).toISOString(),
      delivery: { name: 'Warehouse', city: 'Rotterdam', country: 'NL' },
    });
    await cluster.proxy.use(cluster.apis.length);
    const { status } = await buyer.attempt('GET', `/v1/buyer/requests/${body.id}`);
    result.reads += 1;
    result.stale += status === 200 ? 0 : 1;
    result.stalenessMs = Math.max(
      result.stalenessMs,
      ...(await figures(cluster, 'weftway_replica_staleness_seconds')).map((seconds) => seconds * 1_000),
    );
  }
  result.byReplica = (await figures(cluster, 'weftway_replica_reads')).reduce((sum, one) => sum + one, 0);
  return result;
}
