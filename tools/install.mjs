// Runs before `npm start` and `npm test`, in plain Node: installs what the lock file says when it has not been yet.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Weftway needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const stampFile = 'node_modules/.weftway-stamp';
const stamp = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(readFileSync('package.json'))
  .update(`${process.version} ${process.platform} ${process.arch}`)
  .digest('hex');

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  console.log('installing packages …');
  // The build needs the development packages, also where NODE_ENV=production would leave them out.
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const result = npm
    ? spawnSync(process.execPath, [npm, ...flags], { stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', flags, {
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
      });
  if (result.status !== 0) {
    console.error('The packages could not be installed; the lines above say why.');
    process.exit(result.status ?? 1);
  }
  writeFileSync(stampFile, stamp);
}
