import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { OrderPaper } from '../order-paper.js';

/** The papers of an order: PDF/A-3 with the UBL Order attached, and that Order by itself. */
export interface PrintedOrder {
  pdf: Uint8Array;
  ubl: string;
}

/** Beside this file once it is built; tests run it from its source. */
const thread =
  [
    path.join(import.meta.dirname, 'order-press.worker.js'),
    path.join(
      import.meta.dirname,
      '../../../../../dist/libs/ordering/src/order-document/press/order-press.worker.js',
    ),
  ].find((file) => existsSync(file)) ?? '';
/** Each holds its own fonts, about 60 MB once it has drawn several scripts. */
const mostThreads = 4;
const idleMs = 30_000;

/**
 * Draws papers in threads of their own, one for each processor, so that jobs, their locks and the database are not kept waiting by the
 * drawing. Threads begin with the first paper and end when none was asked for half a minute.
 */
@Injectable()
export class OrderPress implements OnApplicationShutdown {
  private pool: Piscina<OrderPaper, PrintedOrder> | null = null;

  /** @throws what drawing throws, such as RangeError when `issuedAt` is no instant */
  async print(order: OrderPaper): Promise<PrintedOrder> {
    this.pool ??= new Piscina<OrderPaper, PrintedOrder>({
      filename: thread,
      minThreads: 0,
      maxThreads: Math.min(mostThreads, availableParallelism()),
      idleTimeout: idleMs,
    });
    return this.pool.run(order);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
    this.pool = null;
  }
}
