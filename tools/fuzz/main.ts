import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSignIns } from '../seed/demonstration.js';
import { type Instance, startInstance } from '../start/instance.js';
import { script } from '../start/script.js';
import { fuzz, type FuzzResult } from './fuzz.js';
import { type Person, signIn } from './people.js';
import { Sender } from './sender.js';

const usage = `npm run fuzz -- [--count 10000 | --seconds N] [--seed 1] [--only PART] [--base URL --data DIR] [--keep]
Sends requests made from the OpenAPI document: --count in each group of routes, or for so many seconds. Without --base an instance of
its own is started on a temporary folder; --keep leaves it running after faults, for the commands that repeat them.`;

interface Target {
  url: string;
  dataDir: string;
  stop: () => Promise<void>;
}

/** An instance of its own with a small market in it. */
async function ownTarget(): Promise<Target> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-fuzz-'));
  const instance: Instance = await startInstance({
    dataDir,
    seed: false,
    env: { TEST_FSYNC: 'off', RATE_LIMIT_PER_MINUTE: '1000000', LOG_LEVEL: 'warn' },
    say: (words) => console.log(words),
  });
  const stop = async (): Promise<void> => {
    await instance.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    console.log('making a small market …');
    await script('dist/tools/seed/main.js', instance.env, [
      '--requests',
      '20',
      '--cooperatives',
      '14',
      '--retailers',
      '2',
    ]);
    return { url: instance.url, dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function everyone(target: Target): Promise<Person[]> {
  const sender = new Sender(target.url);
  const known = await readSignIns(target.dataDir);
  const people = await Promise.all(known.map(({ email, password }) => signIn(sender, email, password)));
  sender.close();
  const found = people.filter((person) => person !== null);
  if (found.length === 0) {
    throw new Error(`Nobody of ${target.dataDir}/demonstration.json can sign in at ${target.url}.\n${usage}`);
  }
  return found;
}

function tell(result: FuzzResult, seed: number): void {
  for (const [group, { requests, fulfilled, refused }] of Object.entries(result.groups).sort()) {
    console.log(
      `${group.padEnd(22)} ${String(requests).padStart(7)} requests, ${fulfilled} fulfilled, ${refused} refused`,
    );
  }
  if (result.neverFulfilled.length > 0) {
    console.log(`never fulfilled: ${result.neverFulfilled.join(', ')}`);
  }
  for (const fault of result.faults) {
    console.log(`\n${fault.route} ${fault.what} (${fault.times} times)\n  ${fault.curl}`);
    console.log(
      `  # repeated at once: ${fault.again === null ? 'no curl here to repeat it' : `answered ${fault.again}`}`,
    );
  }
  console.log(
    `fuzz: ${result.requests} requests to ${result.routes} routes in ${result.seconds.toFixed(0)} s ` +
      `(${Math.round(result.requests / result.seconds)}/s), seed ${seed}: ${result.faults.length} faults`,
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      base: { type: 'string' },
      data: { type: 'string', default: 'var' },
      keep: { type: 'boolean', default: false },
    },
  });
  const seed = whole('seed', values.seed);
  const seconds = values.seconds === undefined ? undefined : whole('seconds', values.seconds);
  const count = values.count === undefined && seconds === undefined ? 10_000 : values.count;
  const target = values.base
    ? {
        url: values.base.replace(/\/+$/, ''),
        dataDir: path.resolve(values.data),
        stop: async () => undefined,
      }
    : await ownTarget();
  let faults = 0;
  try {
    const result = await fuzz({
      url: target.url,
      people: await everyone(target),
      seed,
      ...(seconds !== undefined && { seconds }),
      ...(count !== undefined && { count: whole('count', String(count)) }),
      only: values.only,
      folder: path.join(tmpdir(), `weftway-fuzz-seed-${seed}`),
    });
    tell(result, seed);
    faults = result.faults.length;
    if (faults > 0 && values.keep) {
      console.log(`Still running at ${target.url}; Ctrl-C stops it.`);
      await new Promise((resolve) => process.once('SIGINT', resolve));
    }
  } finally {
    await target.stop();
  }
  process.exitCode = faults > 0 ? 1 : 0;
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new Error(`--${name} is a whole number, not “${text}”.\n${usage}`);
  }
  return value;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
