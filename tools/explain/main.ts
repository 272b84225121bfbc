import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { bootstrapPlatform } from '../bootstrap/bootstrap.js';
import { withRole } from '../postgres/prepare-database.js';
import { HttpClient } from '../scenario/http-client.js';
import { walkMainPath } from '../scenario/main-path.js';
import { readSignIns } from '../seed/demonstration.js';
import { Child } from '../start/children.js';
import { type Instance, startInstance } from '../start/instance.js';
import { type Caller, crawl } from './crawl.js';
import { Findings } from './findings.js';
import { leastRows, multiply } from './multiply.js';
import { explainRole, PlanLog } from './plan-log.js';
import { reportOf } from './report.js';
import { nameOf, routesOf } from './routes.js';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    keep: { type: 'string' },
    only: { type: 'string' },
    out: { type: 'string', default: 'explain.md' },
  },
});

/** `npm run explain`: every statement of every route on a large database, with its plan; exit 1 when one reads a growing table whole. */
async function main(): Promise<void> {
  const dataDir = path.resolve(values.keep ?? (await mkdtemp(path.join(tmpdir(), 'weftway-explain-'))));
  const instance = await startInstance({
    dataDir,
    seed: true,
    env: { RATE_LIMIT_PER_MINUTE: '1000000', TEST_FSYNC: 'off', LOG_LEVEL: 'warn' },
    say: (words) => console.log(words),
  });
  const password = (await readFile(path.join(dataDir, 'postgres-password'), 'utf8')).trim();
  const client = new pg.Client({
    connectionString: withRole(instance.env.DATABASE_OWNER_URL ?? '', 'postgres', password),
  });
  await client.connect();
  try {
    await explain(instance, client, dataDir);
  } finally {
    await client.end();
    await instance.stop();
    if (!values.keep) {
      await rm(dataDir, { recursive: true, force: true });
    }
  }
}

async function explain(instance: Instance, client: pg.Client, dataDir: string): Promise<void> {
  const callers = await callersOf(instance.url, dataDir);
  await touchRareTables(callers);
  const rows = await multiply(client, Number(values.rows), (words) => console.log(words));
  await explainRole(client, 'weftway_app');
  // Again, so that their connections write plans; the worker under a name, to tell its statements from the api's.
  await Promise.all([instance.api.stop(), instance.worker.stop()]);
  instance.api.start();
  const worker = new Child(
    'worker',
    { ...instance.env, PATH: process.env.PATH, PGAPPNAME: 'worker' },
    path.join(dataDir, 'log'),
    () => undefined,
  );
  worker.start();
  await ready(instance.url);
  const findings = new Findings(rows);
  const all = await routesOf(instance.url);
  const routes = all.filter((route) => !values.only || route.path.includes(values.only));
  const log = new PlanLog(path.join(dataDir, 'postgres.log'), client);
  await log.sinceLast();
  const plain = globalThis.fetch;
  globalThis.fetch = oneByOne(plain, async (method, address) => {
    const route = nameOf(all, method, address);
    for (const one of await log.sinceLast()) {
      findings.add(one.application === '' ? route : `process: ${one.application}`, [one]);
    }
  });
  try {
    const unanswered = await crawl(routes, callers, (words) => console.log(words));
    if (!values.only) {
      console.log('walking the main path …');
      const token = await bootstrapPlatform(instance.env, 'explain@weftway.example');
      const sheet = path.resolve('test/fixtures/sheets/request-40-lines.xlsx');
      await walkMainPath(
        { url: instance.url, dataDir, administratorToken: token },
        { name: path.basename(sheet), bytes: await readFile(sheet) },
      );
    }
    const small = [...rows].filter(([, count]) => count < leastRows).map(([table]) => table);
    await writeFile(values.out, reportOf({ findings, rows, unanswered, small }));
    const whole = findings.wholeReads();
    for (const one of whole) {
      console.log(`reads ${one.whole.join(', ')} whole: ${one.route}: ${one.sql.slice(0, 200)}`);
    }
    for (const one of unanswered) {
      console.log(`answered nobody: ${one}`);
    }
    console.log(
      `explain: ${findings.statements.size} statements of ${routes.length} routes, ${whole.length} read a growing table whole, ` +
        `${unanswered.length} routes answered nobody → ${values.out}`,
    );
    process.exitCode = whole.length + unanswered.length > 0 ? 1 : 0;
  } finally {
    globalThis.fetch = plain;
    await worker.stop();
  }
}

async function callersOf(url: string, dataDir: string): Promise<Caller[]> {
  const callers: Caller[] = [{ name: 'nobody', client: new HttpClient(url) }];
  for (const { email, password, role } of await readSignIns(dataDir)) {
    const client = new HttpClient(url);
    await client.signIn(email, password);
    callers.push({ name: `${role} ${email}`, client });
  }
  return callers;
}

/** A key, an answer that is kept for its key, a failed sign-in: demonstration data have none of them. */
async function touchRareTables(callers: readonly Caller[]): Promise<void> {
  const owner = callers.find((caller) => caller.name.startsWith('owner'))?.client;
  await owner?.post(
    '/v1/account/api-keys',
    { name: 'Explain', scopes: ['requests.read'] },
    { headers: { 'idempotency-key': uuidv7() } },
  );
  await owner?.attempt('POST', '/v1/public/sessions', {
    email: 'nobody@weftway.example',
    password: 'not the password',
  });
}

/** Requests one after the other, each followed by a look at what it made the database do. */
function oneByOne(
  send: typeof fetch,
  after: (method: string, address: string) => Promise<void>,
): typeof fetch {
  let last: Promise<unknown> = Promise.resolve();
  return (input, init) => {
    const turn = last.then(async () => {
      const response = await send(input, init);
      // The whole answer first: a list may be read while it is sent.
      const body = await response.arrayBuffer();
      await after(init?.method ?? 'GET', input instanceof Request ? input.url : input.toString());
      const { status, statusText, headers } = response;
      return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function ready(url: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    if ((await fetch(`${url}/v1/public/health/ready`).catch(() => null))?.ok) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The api was not ready within a minute');
}

await main();
