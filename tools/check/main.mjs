// `npm run check`: everything that needs no test run. Says each step with its seconds and fails at the end, with all that is wrong.
import { spawn } from 'node:child_process';

const node = process.execPath;
/** One after the other: what is in a round needs what the rounds before made, or would write over what they read. */
const rounds = [
  [
    // First, since it generates the portal's client: what the api and the portal do not share is a type error further down.
    ['build', node, ['tools/build.mjs']],
  ],
  [
    ['supply chain', node, ['dist/tools/supply/check.js']],
    ['entities', node, ['dist/tools/check/entities.js']],
  ],
  [
    // The longest, beside all others.
    ['nest build --all', node, ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--all']],
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
    ['lint', node, ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '.']],
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
  ],
];

const atOnce = 2;
let failed = 0;

/** Runs one step and says what became of it, whole and at its end: two run side by side. */
async function run([name, command, args, cwd]) {
  const begun = performance.now();
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`check ${String(name)}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (status !== 0) {
    failed += 1;
    console.log(said.trimEnd());
  }
}

for (const steps of rounds) {
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let step = steps.shift(); step; step = steps.shift()) {
        await run(step);
      }
    }),
  );
}
process.exit(failed === 0 ? 0 : 1);
