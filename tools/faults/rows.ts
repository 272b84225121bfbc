import type { Row, RowOptions } from './findings.js';
import { killedWorker } from './killed-worker.js';
import { restartedPostgres } from './restarted-postgres.js';
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
          ? { kills: 3, drafting: { awards: 3, ordersEach: 20 } }
          : { kills: 100, drafting: { awards: 20, ordersEach: 50 } }),
      }),
  },
  {
    number: 2,
    title: 'PostgreSQL is restarted and crashed while clients confirm awards',
    run: (options: RowOptions) =>
      restartedPostgres({
        ...options,
        ...(options.short
          ? { clients: 8, restarts: 3, drafting: { awards: 28, ordersEach: 2 } }
          : { clients: 20, restarts: 12, drafting: { awards: 500, ordersEach: 2 } }),
      }),
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
          ? { stops: 1, drafting: { awards: 24, ordersEach: 4 } }
          : { stops: 8, drafting: { awards: 160, ordersEach: 4 } }),
      }),
  },
];
