import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { sparePort, startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { prepareDatabase } from '../postgres/prepare-database.js';
import { Child } from '../start/children.js';
import { script } from '../start/script.js';
import { developmentSecrets } from '../start/secrets.js';
import { type PgBouncer, startPgBouncer } from './pgbouncer.js';
import { Proxy } from './proxy.js';
import { type RedisServers, startRedisServers } from './redis-servers.js';
import { startReplica } from './replica-server.js';
import { type S3Server, startS3Server } from './s3-server.js';

export interface ClusterOptions {
  dataDir: string;
  processes: number;
  redisNodes: 1 | 3;
  say: (words: string) => void;
}

/** Weftway as `docs/scaling.md` describes it, on one machine. */
export interface Cluster {
  url: string;
  env: Record<string, string>;
  proxy: Proxy;
  apis: Child[];
  apiPorts: number[];
  workers: Child[];
  redis: RedisServers | null;
  /** A statement as the superuser on the replica, such as one that halts it. */
  atReplica: (sql: string) => Promise<unknown>;
  /** A statement as the superuser on the primary. */
  peek: <Row extends object>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;
  stop: () => Promise<void>;
}

/** Starts every part that this machine has, and says which it has not. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { dataDir, processes, say } = options;
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) {
      await close();
    }
  };
  try {
    await mkdir(path.join(dataDir, 'log'), { recursive: true });
    const primaryDir = path.join(dataDir, 'primary');
    const postgres = await startEmbeddedPostgres({
      dataDir: primaryDir,
      settings: { wal_keep_size: '512MB', max_connections: '300', shared_buffers: '128MB' },
    });
    closing.push(postgres.stop);
    const secrets = await developmentSecrets(dataDir);
    const { appUrl, ownerUrl } = await prepareDatabase(postgres.superuserUrl('postgres'), {
      database: 'weftway',
      ...secrets,
    });
    const pool = new pg.Pool({ connectionString: postgres.superuserUrl('weftway'), max: 2 });
    closing.push(() => pool.end());
    const peek: Cluster['peek'] = async (sql, parameters = []) =>
      (await pool.query(sql, [...parameters])).rows as never;
    await peek(`alter role weftway_app set statement_timeout = '30s'`);
    await peek(`alter role weftway_app set idle_in_transaction_session_timeout = '60s'`);
    await script('dist/migrations/run.js', { DATABASE_OWNER_URL: ownerUrl });
    say('PostgreSQL: started');

    const replica = await startReplica(
      primaryDir,
      path.join(dataDir, 'replica'),
      postgres.superuserUrl('postgres'),
    );
    closing.push(replica.stop);
    const replicaPool = new pg.Pool({ connectionString: replica.superuserUrl('weftway'), max: 1 });
    closing.push(() => replicaPool.end());
    say('streaming replica: started from a copy of the files');
    const redis = await startRedisServers(dataDir, options.redisNodes);
    closing.push(async () => redis?.stop());
    say(
      redis
        ? `Redis ${redis.version}: started, ${options.redisNodes === 3 ? 'a cluster of 3' : 'one'}, for queue and live events`
        : 'Redis skipped: redis-server not found; queue and live events on PostgreSQL',
    );
    const bouncer = await startPgBouncer(dataDir, appUrl);
    closing.push(async () => bouncer?.stop());
    say(wordsOf(bouncer));
    const s3 = await startS3Server(path.join(dataDir, 's3'));
    closing.push(s3.stop);
    say('S3: started, files in a bucket');

    const port = await sparePort();
    const env = environment({
      dataDir,
      port,
      appUrl,
      ownerUrl,
      replicaPort: replica.port,
      redis,
      bouncer,
      s3,
      ...secrets,
    });
    if (options.redisNodes === 3 && redis) {
      env.REDIS_CLUSTER = 'yes';
    }
    const { apis, apiPorts, workers } = await startProcesses(env, dataDir, processes, closing);
    const proxy = new Proxy(apiPorts);
    await proxy.listen(port);
    closing.push(() => proxy.close());
    await Promise.all(apiPorts.map((apiPort, index) => ready(apiPort, apis[index])));
    say(`${processes} api and ${processes} worker processes behind a proxy: ready`);
    return {
      url: `http://127.0.0.1:${port}`,
      env,
      proxy,
      apis,
      apiPorts,
      workers,
      redis,
      atReplica: (sql) => replicaPool.query(sql),
      peek,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function wordsOf(bouncer: PgBouncer | null): string {
  if (!bouncer) {
    return 'PgBouncer skipped: pgbouncer not found; connections go to PostgreSQL';
  }
  const how = bouncer.preparedStatements
    ? 'prepared statements kept by it'
    : 'older than 1.21, so nothing is prepared by name';
  return `PgBouncer ${bouncer.version}: started in transaction mode, ${how}`;
}

function environment(parts: {
  dataDir: string;
  port: number;
  appUrl: string;
  ownerUrl: string;
  replicaPort: number;
  redis: RedisServers | null;
  bouncer: PgBouncer | null;
  s3: S3Server;
  sessionSecret: string;
}): Record<string, string> {
  const { redis, bouncer, s3 } = parts;
  const replicaUrl = new URL(parts.appUrl);
  replicaUrl.port = String(parts.replicaPort);
  return {
    DATA_DIR: parts.dataDir,
    PORT: String(parts.port),
    PUBLIC_URL: `http://127.0.0.1:${parts.port}`,
    SESSION_SECRET: parts.sessionSecret,
    RATE_LIMIT_PER_MINUTE: '1000000',
    DATABASE_URL: bouncer?.url ?? parts.appUrl,
    DATABASE_DIRECT_URL: parts.appUrl,
    DATABASE_OWNER_URL: parts.ownerUrl,
    DATABASE_REPLICA_URL: replicaUrl.toString(),
    DATABASE_POOL_SIZE: '8',
    ...(bouncer && !bouncer.preparedStatements && { DATABASE_PREPARED_STATEMENTS: 'no' }),
    ...(redis && { REDIS_URL: redis.url, LIVE_EVENTS: 'redis' }),
    ...s3.env,
  };
}

async function startProcesses(
  env: Readonly<Record<string, string>>,
  dataDir: string,
  processes: number,
  closing: (() => Promise<unknown>)[],
): Promise<Pick<Cluster, 'apis' | 'apiPorts' | 'workers'>> {
  const apis: Child[] = [];
  const apiPorts: number[] = [];
  const workers: Child[] = [];
  // A worker that was killed is started again, as whatever watches over processes does.
  const again = (child: Child): void => {
    if (!child.stopping) {
      child.start();
    }
  };
  const log = path.join(dataDir, 'log');
  closing.push(() => Promise.all([...apis, ...workers].map((child) => child.stop())));
  for (let number = 0; number < processes; number += 1) {
    const port = await sparePort();
    apiPorts.push(port);
    apis.push(new Child('api', { PATH: process.env.PATH, ...env, PORT: String(port) }, log, again));
    workers.push(new Child('worker', { PATH: process.env.PATH, ...env }, log, again));
  }
  for (const child of [...apis, ...workers]) {
    child.start();
  }
  return { apis, apiPorts, workers };
}

async function ready(port: number, api: Child | undefined): Promise<void> {
  let last = 'no answer';
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/public/health/ready`).catch(() => null);
    if (answer?.ok) {
      return;
    }
    last = answer ? await answer.text() : last;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`An api was not ready within a minute: ${last}\n${api?.lastLines()}`);
}
