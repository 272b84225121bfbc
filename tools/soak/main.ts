import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { withRole } from '../postgres/prepare-database.js';
import { Random } from '../seed/random.js';
import { startInstance } from '../start/instance.js';
import { arrive, Screens } from './load.js';
import { Market } from './market.js';
import { Measures } from './measures.js';
import { populate, type Population } from './population.js';
import { reportOf, type SoakSize } from './report.js';
import { Looker } from './samples.js';
import { judge } from './verdict.js';
import { Walks } from './walks.js';

/**
 * The expected rate. Someone who buys has the portal open all day: a visit of a few screens every three minutes, 160 a day. A manager
 * looks in 30 times a day. A fifth of a day's visits fall into its busiest hour.
 */
const visitsADay = { buyer: 160, manager: 30 };
const busiestHour = 0.2;
const sampleEveryMs = 5_000;

function perSecond(people: number, visits: number): number {
  return (people * visits * busiestHour) / 3_600;
}

/** `npm run soak [-- --minutes 10 --buyers 200 --managers 2000 --rate 5 --streams 400 --seed 1 --out FILE]`. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      buyers: { type: 'string', default: '200' },
      managers: { type: 'string', default: '2000' },
      rate: { type: 'string', default: '5' },
      streams: { type: 'string', default: '400' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'var/soak.md' },
    },
  });
  const [minutes, buyers, managers, rate, streams, seed] = [
    values.minutes,
    values.buyers,
    values.managers,
    values.rate,
    values.streams,
    values.seed,
  ].map(Number) as [number, number, number, number, number, number];
  if (![minutes, buyers, managers, rate, seed].every((value) => value > 0) || !(streams >= 0)) {
    throw new Error(
      'npm run soak [-- --minutes 10 --buyers 200 --managers 2000 --rate 5 --streams 400 --seed 1]',
    );
  }
  const arrivals = {
    buyers: perSecond(buyers, visitsADay.buyer) * rate,
    managers: perSecond(managers, visitsADay.manager) * rate,
  };
  const size: SoakSize = {
    minutes,
    buyers,
    managers,
    rate,
    streams: Math.min(streams, buyers + managers),
    visitsPerSecond: arrivals.buyers + arrivals.managers,
  };
  const { report, problems } = await soak(size, arrivals, seed);
  const out = path.resolve(values.out);
  await mkdir(path.dirname(out), { recursive: true });
  await writeFile(out, report);
  console.log(`\n${report}\nwritten to ${out}`);
  console.log(problems.length === 0 ? 'soak: ok' : `soak: FAILED: ${problems.join('; ')}`);
  return problems.length === 0 ? 0 : 1;
}

async function soak(
  size: SoakSize,
  arrivals: { buyers: number; managers: number },
  seed: number,
): Promise<{ report: string; problems: string[] }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-soak-'));
  const instance = await startInstance({
    dataDir,
    seed: false,
    // Sessions are written as those of people who have just signed in, and stay so: nobody here is asked for a proof again.
    env: { RATE_LIMIT_PER_MINUTE: '100000', LOG_LEVEL: 'info', STEP_UP_MINUTES: '1440' },
  });
  try {
    const superuser = (await readFile(path.join(dataDir, 'postgres-password'), 'utf8')).trim();
    const url = withRole(instance.env.DATABASE_OWNER_URL ?? '', 'postgres', superuser);
    console.log(`bringing in ${size.buyers} buyers and ${size.managers} managers …`);
    const population = await populated(url, instance, size);
    const looker = await Looker.open(instance, url);
    const measures = new Measures();
    const lengthMs = size.minutes * 60_000;
    const screens = new Screens(instance.url, measures);
    for (const user of [...population.buyers, ...population.managers].slice(0, size.streams)) {
      screens.open(user.cookie);
    }
    const looking = lookOn(looker, measures, lengthMs);
    const random = new Random(seed);
    const walks = new Walks(new Market(population, random.fork('market')), measures);
    const load = { untilMs: lengthMs };
    await Promise.all([
      arrive(
        { ...load, perSecond: arrivals.buyers, users: population.buyers, visit: () => walks.buyer() },
        random.fork('buyers'),
        measures,
      ),
      arrive(
        { ...load, perSecond: arrivals.managers, users: population.managers, visit: () => walks.manager() },
        random.fork('managers'),
        measures,
      ),
    ]);
    await looking;
    screens.close();
    await looker.close();
    const verdict = judge(measures, lengthMs);
    return { report: reportOf(size, measures, verdict), problems: verdict.problems };
  } finally {
    await instance.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function populated(
  url: string,
  instance: { url: string; env: Record<string, string> },
  size: SoakSize,
): Promise<Population> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await populate((sql, parameters) => client.query(sql, [...parameters]), instance, size);
  } finally {
    await client.end();
  }
}

/** Takes a sample every few seconds and says each minute how it goes. */
async function lookOn(looker: Looker, measures: Measures, lengthMs: number): Promise<void> {
  for (let told = 0; measures.elapsedMs < lengthMs;) {
    measures.samples.push(await looker.sample(measures.elapsedMs));
    const minute = Math.floor(measures.elapsedMs / 60_000);
    if (minute > told) {
      told = minute;
      const failed = measures.calls.filter((call) => call.error !== null).length;
      console.log(`${minute} min: ${measures.calls.length} requests, ${failed} failed`);
    }
    await new Promise((resolve) => setTimeout(resolve, sampleEveryMs));
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
