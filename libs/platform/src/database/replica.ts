import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings.js';

const lookEveryMs = 200;
/** After an answer that it could not give, the replica is left alone this long. */
const restMs = 5_000;

/** Connections, conflicts with what is being replayed, writes, a server that ends: of SQL and of Node. */
const ownTroubles = /^(?:08...|25006|40001|40P01|53...|57...|E[A-Z]{4,})$/;
const lostConnection = /^Connection terminated|timeout expired/;

/** A place in PostgreSQL's log of writes, `16/B374D848`, as a number that can be compared; null for anything else. */
export function placeOf(lsn: unknown): bigint | null {
  const [, high, low] = (typeof lsn === 'string' && /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(lsn)) || [];
  return high === undefined || low === undefined ? null : (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

/**
 * A streaming replica, for reads that may be a little old. How old is known without comparing clocks: what the primary had written at a
 * moment of this process's own clock is there once the replica has replayed that place of the log.
 */
@Injectable()
export class Replica implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Replica');
  private readonly asking = new AsyncLocalStorage<{ seen: bigint }>();
  private source: DataSource | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  /** Places of the primary that are not known to have been replayed, oldest first, each with the moment before it was asked for. */
  private pending: { at: number; place: bigint }[] = [];
  private freshAt = Number.NEGATIVE_INFINITY;
  private replayed = 0n;
  private restUntil = 0;
  /** Reads that it answered. */
  answered = 0;

  constructor(
    private readonly primary: DataSource,
    private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    const url = this.settings.databaseReplicaUrl;
    if (url !== null) {
      this.source = new DataSource({ ...this.primary.options, url } as never);
      await this.connect(this.source);
      this.timer = setInterval(() => void this.look(), lookEveryMs);
      this.timer.unref();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) {
      clearInterval(this.timer);
    }
    await this.looking;
    if (this.source?.isInitialized) {
      await this.source.destroy();
    }
  }

  /** Whether there is one at all. */
  get configured(): boolean {
    return this.source !== null;
  }

  /** Milliseconds by which an answer of the replica is old at most; infinite when it cannot be said. */
  get staleness(): number {
    return performance.now() - this.freshAt;
  }

  /** Reads inside may come from the replica, where it has replayed what their reader has seen. */
  permit(seen: bigint, work: () => void): void {
    this.asking.run({ seen }, work);
  }

  /** The replica where the read under way may use it, otherwise null: the primary. */
  choose(): DataSource | null {
    const asked = this.source && this.asking.getStore();
    if (
      !asked ||
      performance.now() < this.restUntil ||
      this.staleness > this.settings.databaseReplicaMaxStaleness ||
      this.replayed < asked.seen
    ) {
      return null;
    }
    this.answered += 1;
    return this.source;
  }

  /** After an error that is the replica's own the primary is asked for a while. @returns whether it was one */
  failed(error: unknown): boolean {
    const { code, message } = error as { code?: unknown; message?: unknown };
    const own =
      typeof code === 'string'
        ? ownTroubles.test(code)
        : lostConnection.test(typeof message === 'string' ? message : '');
    if (own) {
      this.restUntil = performance.now() + restMs;
      this.logger.warn({ err: error }, 'The replica could not answer; the primary is asked');
    }
    return own;
  }

  /** The place of the primary's log after everything that is committed by now. */
  async placeNow(): Promise<string> {
    const [row] = await this.primary.query<{ lsn: string }[]>(
      'select pg_current_wal_insert_lsn()::text as lsn',
    );
    return row?.lsn ?? '';
  }

  /** Waits until the replica has all that is committed by now, or is too far behind to be asked anyway. */
  async caughtUp(): Promise<void> {
    const asked = performance.now();
    const patience = asked + this.settings.databaseReplicaMaxStaleness;
    while (this.source && this.freshAt < asked && performance.now() < patience) {
      await this.look();
      if (this.freshAt < asked) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
  }

  private look(): Promise<void> {
    this.looking ??= this.compare().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async compare(): Promise<void> {
    const { source } = this;
    if (!source) {
      return;
    }
    try {
      const at = performance.now();
      const place = placeOf(await this.placeNow());
      if (place !== null) {
        this.pending.push({ at, place });
      }
      if (!source.isInitialized) {
        await source.initialize();
      }
      const [row] = await source.query<{ lsn: string | null }[]>(
        'select pg_last_wal_replay_lsn()::text as lsn',
      );
      this.replayed = placeOf(row?.lsn) ?? 0n;
      const reached = this.pending.findLastIndex((one) => one.place <= this.replayed);
      this.freshAt = this.pending[reached]?.at ?? this.freshAt;
      this.pending.splice(0, reached + 1);
      // One that does not catch up leaves places behind; a minute of them tells enough.
      this.pending.splice(0, this.pending.length - 300);
    } catch (error) {
      this.logger.debug({ err: error }, 'The replica could not be compared with the primary');
    }
  }

  /** A replica that is away must not hold up the start. */
  private async connect(source: DataSource): Promise<void> {
    await source.initialize().catch((error: unknown) => {
      this.logger.warn({ err: error }, 'The replica does not answer; the primary is asked until it does');
    });
  }
}
