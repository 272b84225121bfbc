import 'reflect-metadata';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { DomainError } from '#platform';
import { commandEnvironment } from '../start/environment.js';
import { script } from '../start/script.js';
import { cooperatives, retailers } from './catalogue/index.js';
import { seedDemonstration } from './seed.js';
import { emptyDatabase, isUnfinished, markFinished, markUnfinished } from './unfinished.js';

const usage = `npm run seed -- [--requests 40] [--cooperatives ${cooperatives.length}] [--retailers 6] [--seed 1] [--if-empty]
Loads demonstration data. Into a database that has it already, more requests are added between those who are there.`;

/** A whole number of the command line. */
function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(`--${name} is a whole number from ${least} to ${most}, not “${text}”.\n${usage}`);
  }
  return value;
}

async function main(): Promise<void> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error('Demonstration data is never loaded in production.');
  }
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '40' },
      cooperatives: { type: 'string', default: String(cooperatives.length) },
      retailers: { type: 'string', default: '6' },
      seed: { type: 'string', default: '1' },
      'if-empty': { type: 'boolean', default: false },
    },
  });
  const sizes = {
    requests: whole('requests', values.requests, 0, 1_000_000),
    cooperatives: whole('cooperatives', values.cooperatives, 1, cooperatives.length),
    retailers: whole('retailers', values.retailers, 1, retailers.length),
    seed: whole('seed', values.seed, 0, 2 ** 31),
  };
  const { env, close } = await commandEnvironment();
  const dataDir = env.DATA_DIR ?? 'var';
  const ownerUrl = env.DATABASE_OWNER_URL ?? '';
  try {
    await script('dist/migrations/run.js', env);
    if (await isUnfinished(dataDir)) {
      console.log('The last load of demonstration data was interrupted; it begins anew.');
      await emptyDatabase(ownerUrl);
    }
    const empty = await isEmpty(ownerUrl);
    if (values['if-empty'] && !empty) {
      return;
    }
    const begun = performance.now();
    if (empty) {
      await markUnfinished(dataDir);
    }
    await seedDemonstration({ env, ...sizes, say: (words) => console.log(words) });
    await markFinished(dataDir);
    console.log(
      `demonstration data: ${sizes.requests} requests in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
  } finally {
    await close();
  }
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from organisation limit 1');
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof DomainError) {
    console.error(error.errors.map((one) => `  ${one.pointer} ${one.code}: ${one.detail}`).join('\n'));
  }
  process.exitCode = 1;
}
