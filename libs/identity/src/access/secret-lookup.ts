import DataLoader from 'dataloader';
import { type Database, raw, sql } from '#platform';

/**
 * Finds whose a secret is, by its hash. What is asked within one turn of the event loop is asked of the database in one statement: under load
 * that saves every request a round trip of its own, and alone it costs nothing.
 * @param finder the function of the database that answers for one hash with one row, or none
 */
export function secretLookup<Found extends object>(
  database: Database,
  finder: 'find_session' | 'find_api_key',
): (hash: Buffer) => Promise<Found | null> {
  const loader = new DataLoader<Buffer, Found | null>(
    async (hashes) => {
      const rows = await database.lookUp<Found & { place: string }>(
        sql`select asked.place, found.* from unnest(${hashes}::bytea[]) with ordinality as asked(hash, place)
             cross join lateral ${raw(finder)}(asked.hash) found`,
      );
      const found = new Map(rows.map((row) => [Number(row.place), row]));
      return hashes.map((_, index) => found.get(index + 1) ?? null);
    },
    // Never kept: a session that was ended is over with the next request.
    { cache: false, batchScheduleFn: (ask) => setImmediate(ask), maxBatchSize: 200 },
  );
  return (hash) => loader.load(hash);
}
