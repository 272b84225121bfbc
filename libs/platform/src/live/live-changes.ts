import { Injectable, Logger, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { Observable, Subject } from 'rxjs';
import { Settings } from '../config/settings.js';

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
  private listener: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private wasListening = false;
  private stopped = false;
  /** How many follow now. */
  streams = 0;

  constructor(private readonly settings: Settings) {}

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
    this.connecting = this.connect()
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
      connectionString: this.settings.databaseUrl,
      application_name: 'live',
      keepAlive: true,
    });
    client.on('error', (error) =>
      this.logger.warn({ err: error }, 'The connection for announcements is lost'),
    );
    client.on('notification', ({ payload }) => this.pass(payload ?? ''));
    await client.connect();
    await client.query('listen weftway_changes');
    this.listener = client;
    client.on('end', () => {
      this.listener = null;
      if (!this.stopped) {
        this.listenLater();
      }
    });
    if (this.wasListening) {
      // Whatever was announced while nobody listened is lost; who follows reads anew.
      for (const subject of this.followers.values()) {
        subject.next(everythingChanged);
      }
    }
    this.wasListening = true;
  }

  private pass(payload: string): void {
    const [organisationId = '', topic = '', id = ''] = payload.split(' ');
    this.followers.get(organisationId)?.next({ topic, id });
  }
}
