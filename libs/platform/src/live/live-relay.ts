import { Injectable, Logger } from '@nestjs/common';
import type { Cluster, Redis } from 'ioredis';
import pg from 'pg';
import { Settings } from '../config/settings.js';
import { openRedis } from '../queue/redis.js';

/** Where live changes are published in Redis. */
export const changesChannel = 'weftway:changes';
/** Says that any change may have been missed. */
export const everyone = '*';

/** Any number; the same in every worker. */
const leaderLock = 7_361_004;
const againMs = 1_000;

/**
 * With `LIVE_EVENTS=redis` one worker hears the database's announcements and publishes them in Redis, so that any number of processes
 * may follow without a connection to the database each. Which worker is decided by a lock of its connection's session: when it is gone, the
 * lock is too, and another goes on.
 */
@Injectable()
export class LiveRelay {
  private readonly logger = new Logger('LiveRelay');
  private redis: Redis | Cluster | null = null;
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private leading = false;
  private stopped = true;

  constructor(private readonly settings: Settings) {}

  start(): void {
    if (this.settings.liveEvents === 'redis') {
      this.stopped = false;
      this.redis = openRedis(this.settings, false);
      this.redis.on('error', (error) => this.logger.warn({ err: error }, 'Redis'));
      // What was announced while Redis was away has reached nobody.
      this.redis.on('ready', () => this.publish(everyone));
      void this.lead();
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) {
      clearTimeout(this.timer);
    }
    await this.client?.end().catch(() => undefined);
    this.redis?.disconnect();
  }

  private later(): void {
    if (!this.stopped) {
      this.timer = setTimeout(() => void this.lead(), againMs);
    }
  }

  /** Takes the lead where nobody has it; otherwise asks again in a second. */
  private async lead(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.databaseDirectUrl,
      application_name: 'live-relay',
      keepAlive: true,
    });
    let ended = false;
    client.on('error', (error) =>
      this.logger.warn({ err: error }, 'The connection for announcements is lost'),
    );
    client.on('end', () => {
      if (!ended) {
        ended = true;
        this.client = null;
        this.leading = false;
        this.later();
      }
    });
    client.on('notification', ({ payload }) => this.publish(payload ?? ''));
    try {
      await client.connect();
      this.client = client;
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
        leaderLock,
      ]);
      if (!rows[0]?.mine) {
        await client.end();
        return;
      }
      await client.query('listen weftway_changes');
      this.leading = true;
      // What was announced since the last one led has reached nobody.
      this.publish(everyone);
    } catch (error) {
      this.logger.warn({ err: error }, 'The database’s announcements cannot be heard; trying again');
      await client.end().catch(() => undefined);
      if (!ended) {
        ended = true;
        this.later();
      }
    }
  }

  private publish(payload: string): void {
    if (this.redis?.status !== 'ready' || !this.leading) {
      return;
    }
    this.redis.publish(changesChannel, payload).catch((error: unknown) => {
      // Whoever follows is told to read everything when its connection to Redis is back.
      this.logger.warn({ err: error }, 'A change could not be published');
    });
  }
}
