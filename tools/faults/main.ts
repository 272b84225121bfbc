import { parseArgs } from 'node:util';
import type { Findings, Row } from './findings.js';
import { rows } from './rows.js';

const usage = 'npm run faults [-- --seed N] [--only 1,2,…] [--short]';

/** `npm run faults`: the rows of "Load and faults", each on processes of its own. Exits with 1 when anything is lost, doubled or broken. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      short: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  const chosen = chosenRows(values.only);
  if (!Number.isInteger(seed) || chosen.length === 0) {
    throw new Error(usage);
  }
  const found: { row: Row; findings: Findings }[] = [];
  let failed = 0;
  for (const row of chosen) {
    console.log(`\n${row.number}. ${row.title} (seed ${seed}${values.short ? ', short' : ''})`);
    const begun = performance.now();
    try {
      const findings = await row.run({ seed, short: values.short, say: (words) => console.log(words) });
      found.push({ row, findings });
      printWrong(findings.wrong);
      console.log(`  ${findings.clean ? 'ok' : 'FAILED'} in ${seconds(begun)} s`);
    } catch (error) {
      failed += 1;
      console.log(`  FAILED after ${seconds(begun)} s: the row could not be run to its end`, error);
    }
  }
  return closingLine(found, failed);
}

function chosenRows(only: string | undefined): readonly Row[] {
  if (only === undefined) {
    return rows;
  }
  const numbers = only.split(',').map(Number);
  const unknown = numbers.filter((number) => !rows.some((row) => row.number === number));
  if (unknown.length > 0) {
    throw new Error(`There is no row ${unknown.join(', ')}: ${rows.map((row) => row.number).join(', ')}`);
  }
  return rows.filter((row) => numbers.includes(row.number));
}

/** Enough to see what it is. */
const mostLines = 30;

function printWrong(wrong: readonly string[]): void {
  for (const words of wrong.slice(0, mostLines)) {
    console.log(`  FOUND ${words}`);
  }
  if (wrong.length > mostLines) {
    console.log(`  FOUND ${wrong.length - mostLines} more`);
  }
}

function seconds(begun: number): string {
  return ((performance.now() - begun) / 1000).toFixed(0);
}

/** @returns the exit code */
function closingLine(found: readonly { row: Row; findings: Findings }[], failed: number): number {
  const sum = (count: (findings: Findings) => number): number =>
    found.reduce((total, { findings }) => total + count(findings), 0);
  const broken = sum((findings) => findings.broken.length);
  console.log('');
  for (const { row, findings } of found) {
    for (const words of findings.skipped) {
      console.log(`skipped in row ${row.number}: ${words}`);
    }
  }
  if (broken + failed > 0) {
    console.log(`${broken} rules broken, ${failed} rows not run to their end`);
  }
  console.log(
    `${sum(({ faults }) => faults)} faults, ${sum(({ lost }) => lost.length)} lost, ${sum(({ doubled }) => doubled.length)} doubled`,
  );
  return found.every(({ findings }) => findings.clean) && failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
