import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../tools/project-root.js';

interface Cruise {
  summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number };
}

/** Rule, importing file and what it imports; each breaks the direction or a door of architecture.md. */
const planted = [
  {
    breaks: 'another context’s file past its index',
    rule: 'door-identity',
    file: 'libs/sourcing/src/planted-door.ts',
    text: `import '../../identity/src/organisation/organisation.entity.js';`,
  },
  {
    breaks: 'a context that comes later, through its index',
    rule: 'order-directory',
    file: 'libs/directory/src/planted-order.ts',
    text: `import '#ordering';`,
  },
  {
    breaks: 'a context that comes later, by a relative path',
    rule: 'order-platform',
    file: 'libs/platform/src/planted-order.ts',
    text: `import '../../quoting/src/index.js';`,
  },
  {
    breaks: 'a framework in rules',
    rule: 'pure',
    file: 'libs/quoting/src/quote/planted.rules.ts',
    text: `import '@nestjs/common';`,
  },
  {
    breaks: 'a service in rules',
    rule: 'pure',
    file: 'libs/quoting/src/award/planted.rules.ts',
    text: `import '../quote/quote.service.js';`,
  },
  {
    breaks: 'an app in a context',
    rule: 'libs-stand-alone',
    file: 'libs/ordering/src/planted-app.ts',
    text: `import '../../../apps/worker/src/worker.module.js';`,
  },
  {
    breaks: 'a context’s file past its index, from an app',
    rule: 'apps-through-doors',
    file: 'apps/worker/src/planted-door.ts',
    text: `import '../../../libs/quoting/src/quote/quote.service.js';`,
  },
  {
    breaks: 'a file that is not there',
    rule: 'not-resolvable',
    file: 'libs/notifications/src/planted-nowhere.ts',
    text: `import './nowhere.js';`,
  },
];

describe('the boundaries', () => {
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(path.join(tmpdir(), 'weftway-boundaries-'));
    for (const name of [
      'libs',
      'apps',
      'migrations',
      '.dependency-cruiser.cjs',
      'tsconfig.json',
      'package.json',
    ]) {
      await cp(path.join(projectRoot, name), path.join(copy, name), { recursive: true });
    }
    await symlink(path.join(projectRoot, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  /** What `npm run check` runs, on the copy. */
  const run = async (...options: string[]): Promise<{ stdout: string; code: number }> => {
    const program = path.join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = ['--config', '.dependency-cruiser.cjs', ...options, 'libs', 'apps/api', 'apps/worker'];
    return promisify(execFile)(process.execPath, [program, ...args], {
      cwd: copy,
      maxBuffer: 100_000_000,
    }).then(
      ({ stdout }) => ({ stdout, code: 0 }),
      (failed: { stdout: string; code: number }) => failed,
    );
  };
  const findings = async (): Promise<Cruise['summary']> =>
    (JSON.parse((await run('--output-type', 'json')).stdout) as Cruise).summary;

  it('are kept by the code as it is', async () => {
    const found = await findings();
    expect(found.violations).toEqual([]);
    expect(found.totalCruised).toBeGreaterThan(200);
  });

  it('are seen to be broken wherever they are, each by its own rule', async () => {
    for (const { file, text } of planted) {
      await mkdir(path.dirname(path.join(copy, file)), { recursive: true });
      await writeFile(path.join(copy, file), `${text}\n`);
    }
    // Two that import each other, by way of a value.
    await writeFile(
      path.join(copy, 'libs/identity/src/planted-one.ts'),
      `export * from './planted-two.js';\n`,
    );
    await writeFile(
      path.join(copy, 'libs/identity/src/planted-two.ts'),
      `export * from './planted-one.js';\n`,
    );
    const { violations } = await findings();
    const found = violations
      .filter((violation) => violation.from.includes('planted'))
      .map((violation) => `${violation.rule.name}: ${violation.from}`);
    for (const { rule, file, breaks } of planted) {
      expect([breaks, found]).toEqual([breaks, expect.arrayContaining([`${rule}: ${file}`])]);
    }
    expect(found.filter((one) => one.startsWith('no-circles'))).not.toEqual([]);
  });

  it('fail the check itself, by the arguments that it uses', async () => {
    const check = await readFile(path.join(projectRoot, 'tools/check/main.mjs'), 'utf8');
    const step = /\[\s*'boundaries',[\s\S]*?\],\s*\],/.exec(check)?.[0] ?? '';
    for (const argument of ['--config', '.dependency-cruiser.cjs', 'libs', 'apps/api', 'apps/worker']) {
      expect(step).toContain(`'${argument}'`);
    }
    expect((await run()).code).toBeGreaterThan(0);
  });
});
