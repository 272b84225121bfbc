import { prepareDatabase } from './prepare-database.js';

/** For containers: makes roles and database as the superuser, then migrates as the owner. */
const { SUPERUSER_URL, OWNER_DB_PASSWORD, APP_DB_PASSWORD } = process.env;
if (!SUPERUSER_URL || !OWNER_DB_PASSWORD || !APP_DB_PASSWORD) {
  console.error('SUPERUSER_URL, OWNER_DB_PASSWORD and APP_DB_PASSWORD are needed');
  process.exit(1);
}
const { ownerUrl } = await prepareDatabase(SUPERUSER_URL, {
  database: 'weftway',
  ownerPassword: OWNER_DB_PASSWORD,
  appPassword: APP_DB_PASSWORD,
});
process.env.DATABASE_OWNER_URL = ownerUrl;
await import('../../migrations/run.js');
