import { until } from '../scenario/http-client.js';
import type { People } from '../scenario/people.js';
import type { Cluster } from './cluster.js';
import { confirm, draftAwards, settled, unready } from './orders.js';

/** Workers are killed with SIGKILL while papers are made; the others and those started again go on. @returns how many at work */
export async function killWorkers(cluster: Cluster, people: People, awards: number): Promise<number> {
  const drafted = await draftAwards(cluster, people, awards);
  await Promise.all(drafted.map((award) => confirm(people, award)));
  let atWork = 0;
  for (const worker of cluster.workers) {
    const { pid } = worker;
    if (pid !== undefined && (await unready(cluster)) > 0) {
      process.kill(pid, 'SIGKILL');
      atWork += 1;
      await until('another worker in its place', async () => (worker.pid === pid ? null : true));
    }
  }
  await settled(cluster, 90);
  return atWork;
}

/**
 * Redis is stopped and comes back empty: awards are confirmed all along.
 * @returns how many were confirmed meanwhile, and the slowest in milliseconds
 */
export async function loseRedis(
  cluster: Cluster,
  people: People,
  awards: number,
): Promise<{ confirmed: number; slowestMs: number } | null> {
  const { redis } = cluster;
  if (!redis) {
    return null;
  }
  const drafted = await draftAwards(cluster, people, awards);
  await Promise.all(redis.servers.map((server) => server.stop('SIGKILL')));
  let slowestMs = 0;
  for (const award of drafted) {
    const begun = performance.now();
    await confirm(people, award);
    slowestMs = Math.max(slowestMs, performance.now() - begun);
  }
  await redis.startAgain();
  await settled(cluster, 90);
  return { confirmed: drafted.length, slowestMs };
}
