import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../project-root.js';
import { asMarkdown, asText, reached } from './report.js';
import { rows } from './rows/index.js';
import type { Plan, Result } from './rows/row.js';
import { World } from './world/world.js';

/**
 * `npm run bench [-- NAME …] [--quick] [--json FILE]`: Weftway and its limit in turn, on data and servers of their own. Whole runs write
 * docs/performance.md.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const plan: Plan = values.quick
  ? { connections: [10], sizes: [100_000], rounds: 2, seconds: 2 }
  : { connections: [10, 50], sizes: [10_000, 100_000, 1_000_000], rounds: 5, seconds: 5 };
const chosen = rows.filter((row) => positionals.length === 0 || positionals.includes(row.name));
const unknown = positionals.filter((name) => !rows.some((row) => row.name === name));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}. Rows: ${rows.map((row) => row.name).join(', ')}`);
  process.exit(2);
}

const say = (words: string): void => console.log(words);
const results: Result[] = [];
const world = await World.open(say);
try {
  const growing = chosen.filter((row) => row.grows);
  for (const [index, size] of plan.sizes.entries()) {
    if (growing.length > 0 || index === 0) {
      await world.grow(size, say);
    }
    const now = index === 0 ? chosen : growing;
    for (const row of now) {
      results.push(...(await row.measure(world, plan, say)));
    }
  }
} finally {
  await world.close();
}
results.sort((left, right) => place(left) - place(right));
say(`\n${asText(results)}\n`);
say(
  `${results.filter((result) => reached(result) === true).length} reached, ${results.filter((result) => reached(result) === false).length} short`,
);
if (values.json !== undefined) {
  await writeFile(values.json, `${JSON.stringify({ rows: results }, null, 2)}\n`);
}
if (!values.quick && positionals.length === 0) {
  const day = new Date().toISOString().slice(0, 10);
  const page = path.join(projectRoot, 'docs/performance.md');
  const style = await resolveConfig(page);
  await writeFile(page, await format(asMarkdown(results, rows, day), { ...style, parser: 'markdown' }));
}

function place(result: Result): number {
  return rows.findIndex((row) => result.name.startsWith(row.name));
}
