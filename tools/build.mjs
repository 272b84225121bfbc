// Builds when a source has changed since the last build, and clears away what no source stands for any more: first the server, then
// from its OpenAPI document the portal.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const roots = ['apps/api', 'apps/worker', 'libs', 'migrations', 'tools'];
const stampFile = 'dist/.stamp';
/** What tools/bundle.mjs makes of what the compiler wrote. */
const bundled = `${path.sep}bundle${path.sep}`;
const webFolder = path.join('dist', 'apps', 'web');
const webStampFile = path.join(webFolder, '.stamp');
const generated = path.join('apps', 'web', 'src', 'api', 'schema.d.ts');

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

/** @returns {string} of names, times and sizes: what a build was made from */
function stampOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

/** @returns {boolean} whether a build of this stamp is there */
function isBuilt(file, stamp) {
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

const files = roots.flatMap(sources);
const stamp = stampOf([
  ...files,
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
  'tools/bundle.mjs',
]);

if (!isBuilt(stampFile, stamp)) {
  const begun = performance.now();
  const expected = new Set(files.map((file) => path.join('dist', file.replace(/\.ts$/, '.js'))));
  if (existsSync('dist')) {
    for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      const ofServer =
        entry.isFile() && file.endsWith('.js') && !file.startsWith(webFolder) && !file.includes(bundled);
      if (ofServer && !expected.has(file)) {
        rmSync(file);
        rmSync(`${file}.map`, { force: true });
        rmSync('dist/.tsbuildinfo', { force: true });
      }
    }
  }
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
  run('tools/bundle.mjs');
  mkdirSync('dist', { recursive: true });
  writeFileSync(stampFile, stamp);
  console.log(`built in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

const webFiles = readdirSync('apps/web', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .filter((file) => !file.startsWith(generated))
  .sort();
if (!isBuilt(`${generated}.stamp`, stamp)) {
  run('dist/tools/web/openapi.js');
  writeFileSync(`${generated}.stamp`, stamp);
}
// By its content: most changes of the server leave the client as it is.
const webStamp = createHash('sha256').update(readFileSync(generated)).update(stampOf(webFiles)).digest('hex');

if (!isBuilt(webStampFile, webStamp)) {
  const begun = performance.now();
  const vite = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'apps/web/vite.config.ts',
    '--logLevel',
    'warn',
  ];
  run(...vite);
  // The same once more for the api, which renders the public pages.
  run(...vite, '--ssr', 'src/entry-server.tsx');
  mkdirSync(webFolder, { recursive: true });
  writeFileSync(webStampFile, webStamp);
  console.log(`built the portal in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
