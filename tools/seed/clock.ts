import pg from 'pg';
import type { Moment } from './plan/moments.js';

/** The database's clock in the hand of the schema's owner, the only one who can move it. */
export class DatabaseClock {
  /** Where it was set last. */
  at: Moment = -Infinity;

  private constructor(private readonly client: pg.Client) {}

  static async open(ownerUrl: string): Promise<DatabaseClock> {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    // No step waits for the disk: what a crash would lose is made up again.
    await client.query('set synchronous_commit = off');
    return new DatabaseClock(client);
  }

  /** Where history begins. */
  async turnBack(to: Moment): Promise<void> {
    await this.client.query('update clock set ahead = $1::timestamptz - clock_timestamp()', [
      new Date(to).toISOString(),
    ]);
    this.at = to;
  }

  /** Ahead to a moment. Where the time that steps take has carried it past, it stays: entries are never out of order. */
  async advance(to: Moment): Promise<void> {
    await this.client.query('update clock set ahead = greatest($1::timestamptz - clock_timestamp(), ahead)', [
      new Date(to).toISOString(),
    ]);
    this.at = Math.max(to, this.at);
  }

  /** Back to the time of day that it is. */
  async release(): Promise<void> {
    await this.client.query(`update clock set ahead = interval '0'`);
  }

  /** When the outbox promised something next that is not done yet. */
  async nextPromise(): Promise<Moment | null> {
    const { rows } = await this.client.query<{ at: Date | null }>(
      'select min(available_at) as at from outbox_message where relayed_at is null',
    );
    return rows[0]?.at?.getTime() ?? null;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
