import type { Row, RowOptions } from './findings.js';
import { cutConnections } from './cut-connections.js';
import { fullDisk } from './full-disk.js';
import { killedWorker } from './killed-worker.js';
import { lostRedis } from './lost-redis.js';
import { races } from './races.js';
import { restoredBackup } from './restored-backup.js';
import { restartedPostgres } from './restarted-postgres.js';
import { silentMail } from './silent-mail.js';
import { stoppedApi } from './stopped-api.js';

/** The rows of "Load and faults": sizes of the long form, and of the short one that runs in `npm test`. */
export const rows: readonly Row[] = [
  {
    number: 1,
    title: 'a worker is killed while the documents of orders are made',
    run: (options: RowOptions) =>
      killedWorker({
        ...options,
        ...(options.short
          ? {
              onPostgres: { kills: 2, drafting: { awards: 2, ordersEach: 20 } },
              onRedis: { kills: 2, drafting: { awards: 2, ordersEach: 20 } },
            }
          : {
              onPostgres: { kills: 100, drafting: { awards: 20, ordersEach: 50 } },
              onRedis: { kills: 20, drafting: { awards: 5, ordersEach: 40 } },
            }),
      }),
  },
  {
    number: 2,
    title: 'PostgreSQL is restarted and crashed while clients confirm awards',
    run: (options: RowOptions) =>
      restartedPostgres({
        ...options,
        ...(options.short
          ? { clients: 8, restarts: 2, drafting: { awards: 18, ordersEach: 2 } }
          : { clients: 20, restarts: 12, drafting: { awards: 500, ordersEach: 2 } }),
      }),
  },
  {
    number: 3,
    title: 'Redis goes away and forgets what it holds',
    run: (options: RowOptions) =>
      lostRedis({
        ...options,
        ...(options.short
          ? {
              awayMs: 2_000,
              troubles: ['frozen', 'ended and emptied'],
              drafting: { awards: 6, ordersEach: 4 },
            }
          : {
              awayMs: 60_000,
              troubles: ['ended', 'frozen', 'emptied', 'ended and emptied'],
              drafting: { awards: 80, ordersEach: 5 },
            }),
      }),
  },
  {
    number: 4,
    title: 'many at once at one award, one deadline and one series of numbers',
    run: (options: RowOptions) =>
      races({
        ...options,
        ...(options.short
          ? { sameAward: { clients: 20, awards: 2 }, revisers: 15, orders: 10 }
          : { sameAward: { clients: 100, awards: 10 }, revisers: 100, orders: 50 }),
      }),
  },
  {
    number: 5,
    title: 'no file can be written while documents are made',
    run: (options: RowOptions) =>
      fullDisk({
        ...options,
        drafting: options.short ? { awards: 2, ordersEach: 3 } : { awards: 10, ordersEach: 5 },
      }),
  },
  {
    number: 6,
    title: 'the mail server fails for an hour of the clock',
    run: (options: RowOptions) =>
      silentMail({
        ...options,
        ...(options.short
          ? { troubles: 5, drafting: { awards: 3, ordersEach: 3 } }
          : { troubles: 40, drafting: { awards: 20, ordersEach: 10 } }),
      }),
  },
  {
    number: 7,
    title: 'clients go away, answers are lost, the same is sent twice at once',
    run: (options: RowOptions) => cutConnections({ ...options, times: options.short ? 6 : 50 }),
  },
  {
    number: 8,
    title: 'api and worker are asked to end under load',
    run: (options: RowOptions) =>
      stoppedApi({
        ...options,
        readers: 20,
        writers: 8,
        ...(options.short
          ? { stops: 1, drafting: { awards: 16, ordersEach: 4 } }
          : { stops: 8, drafting: { awards: 160, ordersEach: 4 } }),
      }),
  },
  {
    number: 10,
    title: 'a backup under load is restored in a new place',
    run: (options: RowOptions) =>
      restoredBackup({
        ...options,
        drafting: options.short ? { awards: 9, ordersEach: 3 } : { awards: 60, ordersEach: 5 },
      }),
  },
];
