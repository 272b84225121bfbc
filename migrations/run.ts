import pg from 'pg';
import { PostgresConnection } from 'bullmq';
import { DataSource } from 'typeorm';
import { migrations } from './index.js';

/**
 * The schema of the queue is BullMQ's own. Its owner makes the tables; the application role uses them, and may create there, since
 * BullMQ makes a sequence for each queue as it is first used.
 */
async function prepareQueue(url: string): Promise<void> {
  const queue = new PostgresConnection({ connectionString: url, schema: 'bullmq', migrate: true });
  try {
    await queue.waitUntilReady();
  } finally {
    await queue.close();
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`
      grant usage, create on schema bullmq to weftway_app;
      grant select, insert, update, delete on all tables in schema bullmq to weftway_app;
      do $$ declare owned regclass; begin
        for owned in select oid from pg_class where relkind = 'S' and relnamespace = 'bullmq'::regnamespace
                        and pg_get_userbyid(relowner) = current_user loop
          execute format('grant usage on sequence %s to weftway_app', owned);
        end loop;
      end $$;
      grant execute on all functions in schema bullmq to weftway_app`);
  } finally {
    await client.end();
  }
}

/** Brings the database of `DATABASE_OWNER_URL` to this version: `node dist/migrations/run.js [down]`. */
async function main(): Promise<void> {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url) {
    throw new Error(
      'DATABASE_OWNER_URL is needed: the address of the database as the role that owns its schema',
    );
  }
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'migration',
    entities: [],
  });
  await source.initialize();
  try {
    if (process.argv[2] === 'down') {
      await source.undoLastMigration();
    } else {
      const applied = await source.runMigrations({ transaction: 'each' });
      await source.query('grant select on migration to weftway_app');
      console.log(applied.length === 0 ? 'migrations: up to date' : `migrations: ${applied.length} applied`);
    }
  } finally {
    await source.destroy();
  }
  await prepareQueue(url);
}

await main();
