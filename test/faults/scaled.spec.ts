import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Cluster, startCluster } from '../../tools/scale/cluster.js';
import { bootstrapPlatform } from '../../tools/bootstrap/bootstrap.js';
import { HttpClient, until } from '../../tools/scenario/http-client.js';
import { Reception } from '../../tools/scenario/reception.js';
import { temporaryFolder } from '../../tools/faults/running.js';

const request = {
  title: 'Baskets by the dozen',
  currency: 'EUR',
  incoterm: 'FCA',
  incotermPlace: 'Mombasa',
  deadline: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  delivery: { name: 'Warehouse', city: 'Rotterdam', country: 'NL' },
};

let cluster: Cluster;
let buyer: HttpClient;
const closing: (() => Promise<void>)[] = [];
const parts: string[] = [];

beforeAll(async () => {
  const { folder, clear } = await temporaryFolder();
  closing.push(clear);
  cluster = await startCluster({
    dataDir: folder,
    processes: 2,
    redisNodes: 1,
    say: (words) => parts.push(words),
  });
  closing.push(cluster.stop);
  // Said, not hidden: which parts this machine has.
  console.log(parts.join('\n'));
  const administratorToken = await bootstrapPlatform(cluster.env, 'administrator@weftway.example');
  const reception = new Reception({ url: cluster.url, dataDir: folder, administratorToken });
  await reception.open();
  const retailer = await reception.admit('retailer', {
    name: 'Hearth and Hall',
    country: 'NL',
    city: 'Rotterdam',
    currency: 'EUR',
  });
  buyer = await reception.accept(retailer.email, 'Ingrid Visser');
}, 120_000);
afterAll(async () => {
  for (const close of closing.reverse()) {
    await close();
  }
}, 60_000);

/** The status of reading a request as one who has seen no more than this place of the log. */
const read = async (id: string, seen?: string): Promise<number> => {
  const answer = await buyer
    .get(`/v1/buyer/requests/${id}`, seen === undefined ? {} : { headers: { 'weftway-seen': seen } })
    .catch((error: { status?: number }) => error);
  return answer.status ?? 0;
};

const answeredByReplica = async (): Promise<number> => {
  let sum = 0;
  for (const port of cluster.apiPorts) {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    sum += Number(/^weftway_replica_reads (\d+)$/m.exec(text)?.[1] ?? 0);
  }
  return sum;
};

describe('two api processes with a replica', () => {
  it('answer own writes at once while the replica stands still, and old reads from it no longer than the bound', async () => {
    const old = await buyer.post<{ id: string }>('/v1/buyer/requests', request);
    await until('a read by the replica', async () => {
      const before = await answeredByReplica();
      expect(await read(old.body.id)).toBe(200);
      return (await answeredByReplica()) > before ? true : null;
    });
    await cluster.atReplica('select pg_wal_replay_pause()');
    try {
      await until(
        'the replica to stand still',
        async () => {
          const made = await buyer.post<{ id: string }>('/v1/buyer/requests', request);
          // With the place of the own write it is found; without it the replica is asked, which does not have it.
          expect(await read(made.body.id)).toBe(200);
          return (await read(made.body.id, '0/1')) === 404 ? true : null;
        },
        5,
      );
      await until('the bound, after which the primary is asked', async () => {
        const made = await buyer.post<{ id: string }>('/v1/buyer/requests', request);
        // The processes take turns, and each has a bound of its own.
        const asked = [1, 2, 3, 4].map(() => read(made.body.id, '0/1'));
        return (await Promise.all(asked)).every((status) => status === 200) ? true : null;
      });
      const before = await answeredByReplica();
      expect(await read(old.body.id, '0/1')).toBe(200);
      expect(await answeredByReplica()).toBe(before);
    } finally {
      await cluster.atReplica('select pg_wal_replay_resume()');
    }
  });

  it('pass a live change on to whoever follows at the other process', async () => {
    const [first = 0, second = 0] = cluster.apiPorts;
    const stop = new AbortController();
    let told = '';
    const streams = [first, second].map(async (port) => {
      const answer = await fetch(`http://127.0.0.1:${port}/v1/account/events`, {
        headers: { cookie: buyer.cookie },
        signal: stop.signal,
      });
      for await (const chunk of answer.body ?? []) {
        told += Buffer.from(chunk as Uint8Array)
          .toString('utf8')
          .replaceAll('"topic":"request"', `told at ${port}`);
      }
    });
    await until('both to be told', async () => {
      await buyer.post('/v1/buyer/requests', request);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return told.includes(`told at ${first}`) && told.includes(`told at ${second}`) ? true : null;
    });
    stop.abort();
    await Promise.allSettled(streams);
  });
});
