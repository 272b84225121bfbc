import { Cluster, Redis } from 'ioredis';
import type { Settings } from '../config/settings.js';

/**
 * A connection to `REDIS_URL`, one server or a cluster.
 * @param patient whether commands wait for Redis to come back, or fail at once
 */
export function openRedis(settings: Settings, patient: boolean): Redis | Cluster {
  const retryStrategy = (times: number): number => Math.min(times * 200, 5_000);
  const url = settings.redisUrl ?? '';
  const shared = { maxRetriesPerRequest: patient ? null : 1, enableOfflineQueue: patient };
  if (!settings.redisCluster) {
    return new Redis(url, { ...shared, retryStrategy });
  }
  const nodes = url.split(',').map((node) => node.trim());
  const { username, password, protocol } = new URL(nodes[0] ?? '');
  return new Cluster(nodes, {
    clusterRetryStrategy: retryStrategy,
    // Until the slots are known even the impatient have to wait, or nothing could be added at the start.
    enableOfflineQueue: true,
    redisOptions: {
      ...(patient && { maxRetriesPerRequest: null }),
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' && { tls: {} }),
    },
  });
}
