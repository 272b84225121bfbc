import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Redis } from 'ioredis';
import { sparePort } from '../postgres/embedded-postgres.js';
import { versionOf } from './found.js';
import { ServerProcess } from './server-process.js';

export interface RedisServers {
  version: string;
  /** For `REDIS_URL`. */
  url: string;
  servers: ServerProcess[];
  /** Starts those that were stopped, empty. */
  startAgain: () => Promise<void>;
  stop: () => Promise<void>;
}

const slots = 16_384;

async function ask(port: number, ...command: string[]): Promise<unknown> {
  const client = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const [name = '', ...args] = command;
    return await client.call(name, ...args);
  } finally {
    client.disconnect();
  }
}

/** One Redis, or a cluster of three that share the slots; null where this machine has no `redis-server`. */
export async function startRedisServers(folder: string, howMany: 1 | 3): Promise<RedisServers | null> {
  const version = await versionOf('redis-server', '--version');
  if (version === null) {
    return null;
  }
  const nodes: { port: number; server: ServerProcess }[] = [];
  for (let number = 0; number < howMany; number += 1) {
    const dir = path.join(folder, `redis-${howMany}-${number}`);
    await mkdir(dir, { recursive: true });
    const port = await sparePort();
    const bus = await sparePort();
    const cluster = howMany === 3 ? ['--cluster-enabled', 'yes', '--cluster-port', String(bus)] : [];
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', ...cluster];
    nodes.push({
      port,
      server: new ServerProcess('redis-server', [...args, '--maxmemory-policy', 'noeviction']),
    });
  }
  const start = async (): Promise<void> => {
    for (const { port, server } of nodes) {
      server.start();
      await server.answering(() => ask(port, 'ping'));
    }
  };
  await start();
  if (howMany === 3) {
    await join(nodes.map(({ port }) => port));
  }
  return {
    version: /v=(\S+)/.exec(version)?.[1] ?? version,
    url: nodes.map(({ port }) => `redis://127.0.0.1:${port}`).join(','),
    servers: nodes.map(({ server }) => server),
    startAgain: start,
    stop: async () => {
      await Promise.all(nodes.map(({ server }) => server.stop()));
    },
  };
}

/** Makes one cluster of servers that know nothing of each other. */
async function join(ports: readonly number[]): Promise<void> {
  const [first = 0, ...others] = ports;
  const share = Math.ceil(slots / ports.length);
  for (const [index, port] of ports.entries()) {
    const last = Math.min(slots, (index + 1) * share) - 1;
    await ask(port, 'cluster', 'addslotsrange', String(index * share), String(last));
    await ask(port, 'cluster', 'set-config-epoch', String(index + 1));
  }
  const bus = /^\S+ \S+@(\d+)/m.exec(String(await ask(first, 'cluster', 'nodes')))?.[1] ?? '';
  for (const port of others) {
    await ask(port, 'cluster', 'meet', '127.0.0.1', String(first), bus);
  }
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const states = await Promise.all(ports.map((port) => ask(port, 'cluster', 'info')));
    if (
      states.every(
        (state) => /cluster_state:ok/.test(String(state)) && /cluster_known_nodes:3/.test(String(state)),
      )
    ) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The servers of Redis did not become a cluster within 20 seconds');
}
