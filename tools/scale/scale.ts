import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { bootstrapPlatform } from '../bootstrap/bootstrap.js';
import { projectRoot } from '../project-root.js';
import { walkMainPath } from '../scenario/main-path.js';
import { startCluster } from './cluster.js';
import { killWorkers, loseRedis } from './faults.js';
import { type Freshness, ownWrites } from './freshness.js';
import { faultsOfOrders, ordersOfAward, settled } from './orders.js';
import { type Throughput, throughput } from './throughput.js';

export interface ScaleOptions {
  /** Of each measurement of throughput; none with 0. */
  seconds: number;
  processes: number;
  redisNodes: 1 | 3;
  /** Awards for each fault. */
  awards: number;
  /** The request of the main path. */
  sheet: string;
  say: (words: string) => void;
}

export interface ScaleReport {
  /** Orders of the main path and of the faults. */
  orders: number;
  workersKilled: number;
  /** Confirmed while Redis was away; null without Redis. */
  withoutRedis: number | null;
  freshness: Freshness;
  throughput: Throughput[];
  /** What was lost, doubled or stale, in words; empty when all is well. */
  faults: string[];
}

/** Many processes and every part of `docs/scaling.md` that this machine has: the main path, faults and throughput on them. */
export async function runScale(options: ScaleOptions): Promise<ScaleReport> {
  const { say } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'weftway-scale-'));
  const cluster = await startCluster({ ...options, dataDir: folder }).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  try {
    const administratorToken = await bootstrapPlatform(cluster.env, 'administrator@weftway.example');
    const sheet = {
      name: path.basename(options.sheet),
      bytes: await readFile(path.resolve(projectRoot, options.sheet)),
    };
    const walked = await walkMainPath({ url: cluster.url, dataDir: folder, administratorToken }, sheet);
    const { people } = walked;
    await settled(cluster, 60);
    say(`main path: ${walked.orders.length} orders from ${walked.request.lines} lines`);

    const freshness = await ownWrites(cluster, people.buyer, options.awards * 5);
    say(
      `own writes: ${freshness.reads} read at once at another process, ${freshness.stale} not found; the replica answered ${freshness.byReplica} reads so far, at most ${Math.round(freshness.stalenessMs)} ms old`,
    );
    const workersKilled = await killWorkers(cluster, people, options.awards);
    say(`fault 1: ${workersKilled} workers killed over ${options.awards * ordersOfAward} orders`);
    const lost = await loseRedis(cluster, people, options.awards);
    say(
      lost
        ? `fault 3: Redis killed and emptied, ${lost.confirmed} awards confirmed meanwhile, the slowest in ${Math.round(lost.slowestMs)} ms`
        : 'fault 3 skipped: redis-server not found',
    );
    const orders = walked.orders.length + options.awards * ordersOfAward * (lost ? 2 : 1);
    const faults = await faultsOfOrders(cluster, people, orders);
    if (freshness.stale > 0) {
      faults.push(`${freshness.stale} own writes were not seen`);
    }
    if (freshness.byReplica === 0) {
      faults.push('the replica has answered nothing');
    }
    const measured: Throughput[] = [];
    for (let processes = 1; options.seconds > 0 && processes <= options.processes; processes += 1) {
      measured.push(await throughput(cluster, people.buyer, processes, options.seconds));
    }
    for (const one of measured) {
      say(
        `throughput of ${one.processes} api: ${one.perSecond} reads a second, p99 ${one.p99Ms} ms, ${one.failed} failed`,
      );
    }
    if (measured.length > 0) {
      say(
        `All of it shares ${availableParallelism()} cores with PostgreSQL, its replica and whoever asks: this shows that processes add up without failing, not how far.`,
      );
    }
    return {
      orders,
      workersKilled,
      withoutRedis: lost?.confirmed ?? null,
      freshness,
      throughput: measured,
      faults: [
        ...faults,
        ...measured.filter((one) => one.failed > 0).map((one) => `${one.failed} reads failed`),
      ],
    };
  } catch (error) {
    const lines = [...cluster.apis, ...cluster.workers].flatMap((child) => child.lastLines().split('\n'));
    say(lines.filter((line) => !line.includes('"level":30')).join('\n'));
    throw error;
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
