// What `npm test` runs once the packages are installed: the checks, the build, every Jest project. Ends with one line for all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const node = process.execPath;
const folder = mkdtempSync(path.join(tmpdir(), 'weftway-results-'));
const filters = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;

function run(args) {
  return spawnSync(node, args, { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '' } }).status ?? 1;
}

if (filters.length === 0) {
  if (run(['tools/check/main.mjs']) === 0) {
    passed += 1;
  } else {
    failed += 1;
  }
}
if (run(['tools/build.mjs']) !== 0) {
  console.log(`${passed} passed, ${failed + 1} failed`);
  process.exit(1);
}
/**
 * Each kind of test in a process of its own: what one has started does not slow down the next, and what modules leave in memory, which
 * Jest cannot clear away while Node loads them as ESM, ends with it. Workers that have grown are replaced for the same reason.
 */
const runs =
  filters.length > 0
    ? [filters]
    : [
        ['--selectProjects', 'unit', 'database', '--maxWorkers=2', '--workerIdleMemoryLimit=1200MB'],
        ['--selectProjects', 'e2e', '--runInBand'],
        ['--selectProjects', 'faults', '--runInBand'],
        ['--selectProjects', 'browser', '--runInBand'],
      ];
for (const [index, args] of runs.entries()) {
  const results = path.join(folder, `jest-${index}.json`);
  const status = run([
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${results}`,
    ...args,
  ]);
  const before = failed;
  try {
    const jest = JSON.parse(readFileSync(results, 'utf8'));
    passed += jest.numPassedTests;
    skipped += jest.numPendingTests + jest.numTodoTests;
    // A file that could not even be loaded has no tests to count.
    failed += jest.numFailedTests + jest.numRuntimeErrorTestSuites;
  } catch {
    // It ended before it could say how it went.
  }
  if (status !== 0 && failed === before) {
    failed += 1;
  }
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
