import { Injectable, Logger, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { Observable, Subject } from 'rxjs';
import { Settings } from '../config/settings.js';
import { Replica } from '../database/replica.js';
import { openRedis } from '../queue/redis.js';
import { changesChannel, everyone } from './live-relay.js';

/** What changed for an organisation: read it again if it is on a screen. Nothing of its content is told. */
export interface LiveChange {
  /** `request`, `quote`, `award`, `order`, `certificate`, `showcase`, `organisation`, `member`, `message` or `dead-letter`. */
  topic: string;
  /** Of the thing; of a quote or an award its request's. */
  id: string;
}

/** After a connection was lost, changes may have been missed: everything is to be read again. */
export const everythingChanged: LiveChange = { topic: 'everything', id: '' };

const again = 1_000;

/** Hears the database's announcements once a process and passes each to whoever follows that organisation. */
@Injectable()
export class LiveChanges implements OnModuleDestroy, OnApplicationShutdown {
  private readonly logger = new Logger('LiveChanges');
  /** Says once that streams are to end, so that their connections do not hold up the end of the process. */
  readonly ending = new Subject<void>();
  private readonly followers = new Map<string, Subject<LiveChange>>();
  private listener: { end: () => Promise<unknown> } | null = null;
  private connecting: Promise<void> | null = null;
  private wasListening = false;
  private stopped = false;
  /** How many follow now. */
  streams = 0;

  /** Each change after the one before it, however long one has to wait for the replica. */
  private passing: Promise<void> = Promise.resolve();

  constructor(
    private readonly settings: Settings,
    private readonly replica: Replica,
  ) {}

  /** Whether announcements are heard now. */
  get listening(): boolean {
    return this.listener !== null;
  }

  /** The changes of an organisation from now on. */
  of(organisationId: string): Observable<LiveChange> {
    return new Observable((subscriber) => {
      const subject = this.followers.get(organisationId) ?? new Subject<LiveChange>();
      this.followers.set(organisationId, subject);
      this.listen();
      this.streams += 1;
      const subscription = subject.subscribe(subscriber);
      return () => {
        subscription.unsubscribe();
        this.streams -= 1;
        if (!subject.observed) {
          this.followers.delete(organisationId);
        }
      };
    });
  }

  onModuleDestroy(): void {
    this.stopped = true;
    this.ending.next();
    this.followers.clear();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener?.end().catch(() => undefined);
  }

  /** The connection is opened for the first follower: most processes have none. */
  private listen(): void {
    if (this.listener || this.connecting || this.stopped) {
      return;
    }
    this.connecting = (this.settings.liveEvents === 'redis' ? this.subscribe() : this.connect())
      .catch((error: unknown) => {
        this.logger.warn({ err: error }, 'The database’s announcements cannot be heard; trying again');
        this.listenLater();
      })
      .finally(() => {
        this.connecting = null;
      });
  }

  private listenLater(): void {
    setTimeout(() => this.listen(), again).unref();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.databaseDirectUrl,
      application_name: 'live',
      keepAlive: true,
    });
    client.on('error', (error) =>
      this.logger.warn({ err: error }, 'The connection for announcements is lost'),
    );
    client.on('notification', ({ payload }) => this.passOn(payload ?? ''));
    await client.connect();
    await client.query('listen weftway_changes');
    this.listener = client;
    client.on('end', () => {
      this.listener = null;
      if (!this.stopped) {
        this.listenLater();
      }
    });
    this.begun();
  }

  /** From Redis, where a worker passes on what the database announces. */
  private async subscribe(): Promise<void> {
    const redis = openRedis(this.settings, true);
    redis.on('error', (error) => this.logger.warn({ err: error }, 'Redis'));
    redis.on('message', (_channel, payload) => this.passOn(payload));
    // It connects and subscribes again by itself, and what was announced meanwhile is lost.
    redis.on('close', () => {
      redis.once('ready', () => this.tellEveryone());
    });
    await redis.subscribe(changesChannel);
    this.listener = { end: async () => redis.disconnect() };
    this.begun();
  }

  private begun(): void {
    if (this.wasListening) {
      // Whatever was announced while nobody listened is lost; who follows reads anew.
      this.tellEveryone();
    }
    this.wasListening = true;
  }

  private tellEveryone(): void {
    for (const subject of this.followers.values()) {
      subject.next(everythingChanged);
    }
  }

  /** Whoever is told reads again at once, perhaps from the replica: so it is told when the replica has it. */
  private passOn(payload: string): void {
    if (!this.replica.configured) {
      this.pass(payload);
      return;
    }
    const caughtUp = this.replica.caughtUp();
    this.passing = this.passing.then(() => caughtUp).then(() => this.pass(payload));
  }

  private pass(payload: string): void {
    if (payload === everyone) {
      this.tellEveryone();
      return;
    }
    const [organisationId = '', topic = '', id = ''] = payload.split(' ');
    this.followers.get(organisationId)?.next({ topic, id });
  }
}
