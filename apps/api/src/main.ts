import 'reflect-metadata';
import {
  Database,
  ReadinessCheck,
  rootLogger,
  Settings,
  SettingsError,
  startTracing,
  systemActor,
} from '#platform';
import { createApi } from './application.js';
import { Drain } from './drain.js';

/** Starts the api and says why when it cannot. */
async function main(): Promise<void> {
  const settings = new Settings(process.env, 'api');
  await startTracing('api');
  const drain = new Drain();
  const app = await createApi(settings, drain);
  await app.get(ReadinessCheck).assertMigrated();
  if (settings.production) {
    await assertTrueClock(app.get(Database));
  }
  const logger = rootLogger('api', settings.logLevel);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) {
      return;
    }
    stopping = true;
    await drain.run();
    await app.close();
    logger.info({ underWay: drain.requestsUnderWay }, 'The api has ended');
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  // Started by another process, the api does not outlive it.
  process.once('disconnect', () => void stop());
  await app.listen({ host: settings.host, port: settings.port });
}

/** Demonstrations and tests may move the database's clock; papers of production may not depend on it. */
async function assertTrueClock(database: Database): Promise<void> {
  const { moved } = await database.read(systemActor('start'), (tx) =>
    tx.one<{ moved: boolean }>(`select ahead <> interval '0' as moved from clock`),
  );
  if (moved) {
    throw new Error('The database’s clock was moved (table clock). Production runs on the true time only.');
  }
}

try {
  await main();
} catch (error) {
  if (error instanceof SettingsError) {
    console.error(error.message);
  } else {
    rootLogger('api', 'info').fatal({ err: error }, 'The api cannot start');
  }
  process.exit(1);
}
