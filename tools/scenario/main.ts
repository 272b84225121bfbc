import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrapPlatform } from '../bootstrap/bootstrap.js';
import { startInstance } from '../start/instance.js';
import { UnexpectedAnswer } from './http-client.js';
import { walkMainPath } from './main-path.js';

const shipped = path.resolve('test/fixtures/sheets/request-40-lines.xlsx');

/** `npm run scenario -- --out DIR [--request FILE]`: the main path on an instance of its own, from nothing to papers. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' }, request: { type: 'string' } } });
  if (!values.out) {
    throw new Error('Say where to write: npm run scenario -- --out DIR [--request FILE.xlsx|FILE.csv]');
  }
  const out = path.resolve(values.out);
  const sheetPath = path.resolve(values.request ?? shipped);
  const sheet = { name: path.basename(sheetPath), bytes: await readFile(sheetPath) };
  await mkdir(out, { recursive: true });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-scenario-'));
  const begun = performance.now();
  const instance = await startInstance({ dataDir, seed: false });
  const startSeconds = Math.round(performance.now() - begun) / 1000;
  try {
    const administratorToken = await bootstrapPlatform(instance.env, 'administrator@weftway.example');
    const walked = await walkMainPath({ url: instance.url, dataDir, administratorToken }, sheet);
    for (const order of walked.orders) {
      await writeFile(path.join(out, `${order.reference}.pdf`), order.pdf);
      await writeFile(path.join(out, `${order.reference}.xml`), order.xml);
    }
    await writeFile(path.join(out, 'comparison.xlsx'), walked.comparison);
    const summary = {
      request: walked.request,
      award: { id: walked.awardId, currency: 'EUR', total: walked.awardTotal },
      refused: walked.refused,
      orders: walked.orders.map(({ pdf: _pdf, xml: _xml, ...order }) => order),
      seconds: { start: startSeconds, ...walked.seconds, all: Math.round(performance.now() - begun) / 1000 },
    };
    await writeFile(path.join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    console.log(
      `scenario: ${walked.orders.length} orders from ${walked.request.reference} (${walked.request.lines} lines) in ${summary.seconds.all} s → ${out}`,
    );
  } finally {
    await instance.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  // What came back says which cell or rule it was; a stack would not.
  console.error(error instanceof UnexpectedAnswer ? error.message : error);
  process.exit(1);
}
