// Builds when a source has changed since the last build, and clears away what no source stands for any more.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const roots = ['apps/api', 'apps/worker', 'libs', 'migrations', 'tools'];
const stampFile = 'dist/.stamp';

/** @returns {string[]} the TypeScript sources below a folder */
function sources(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

const files = roots.flatMap(sources);
const hash = createHash('sha256').update(process.version);
for (const file of [...files, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']) {
  const { mtimeMs, size } = statSync(file);
  hash.update(`${file} ${mtimeMs} ${size}\n`);
}
const stamp = hash.digest('hex');

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  const begun = performance.now();
  const expected = new Set(files.map((file) => path.join('dist', file.replace(/\.ts$/, '.js'))));
  if (existsSync('dist')) {
    for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && file.endsWith('.js') && !expected.has(file)) {
        rmSync(file);
        rmSync(`${file}.map`, { force: true });
        rmSync('dist/.tsbuildinfo', { force: true });
      }
    }
  }
  const built = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
    {
      stdio: 'inherit',
    },
  );
  if (built.status !== 0) {
    process.exit(built.status ?? 1);
  }
  mkdirSync('dist', { recursive: true });
  writeFileSync(stampFile, stamp);
  console.log(`built in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
