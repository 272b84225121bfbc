// `npm run check`: everything that needs no test run. Says each step with its seconds and fails at the end, with all that is wrong.
import { spawnSync } from 'node:child_process';

const node = process.execPath;
const steps = [
  // First, since it generates the portal's client: what the api and the portal do not share is a type error further down.
  ['build', node, ['tools/build.mjs']],
  ['types', node, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']],
  ['format', node, ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
  [
    'boundaries',
    node,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'libs',
      'apps/api',
      'apps/worker',
    ],
  ],
  ['nest build --all', node, ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--all']],
  ['lint', node, ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '.']],
  ['supply chain', node, ['dist/tools/supply/check.js']],
  ['entities', node, ['dist/tools/check/entities.js']],
  ['types of the portal', node, ['node_modules/typescript/bin/tsc', '-p', 'apps/web/tsconfig.json']],
  ['types of browser tests', node, ['node_modules/typescript/bin/tsc', '-p', 'test/browser/tsconfig.json']],
  ['types of its build', node, ['node_modules/typescript/bin/tsc', '-p', 'apps/web/tsconfig.node.json']],
  [
    'boundaries of the portal',
    node,
    [
      '../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'src',
    ],
    'apps/web',
  ],
];

let failed = 0;
for (const [name, command, args, cwd] of steps) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    cwd,
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`check ${String(name)}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (status !== 0) {
    failed += 1;
    console.log(`${stdout}${stderr}`.trimEnd());
  }
}
process.exit(failed === 0 ? 0 : 1);
