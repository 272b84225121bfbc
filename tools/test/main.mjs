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
const results = path.join(folder, 'jest.json');
const status = run([
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--json',
  `--outputFile=${results}`,
  ...filters,
]);
try {
  const jest = JSON.parse(readFileSync(results, 'utf8'));
  passed += jest.numPassedTests;
  skipped += jest.numPendingTests + jest.numTodoTests;
  // A file that could not even be loaded has no tests to count.
  failed += jest.numFailedTests + jest.numRuntimeErrorTestSuites;
  if (status !== 0 && failed === 0) {
    failed += 1;
  }
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
