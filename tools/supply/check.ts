// Whether what the lock file brings in is what was agreed to: part of `npm run check`, and needs no network.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Comes without types. @throws Error for what is no expression of SPDX */
const satisfies = createRequire(import.meta.url)('spdx-satisfies') as (
  expression: string,
  approved: readonly string[],
) => boolean;

export interface Manifest {
  allowScripts: Readonly<Record<string, boolean>>;
}

export interface Lock {
  packages: Readonly<
    Record<
      string,
      { integrity?: string; resolved?: string; license?: string; link?: boolean; hasInstallScript?: boolean }
    >
  >;
}

/** Licences that ask for no more than to be named, or that bind their own files alone. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Packages whose own words no list knows, read in the licence text that they ship. */
const read: Readonly<Record<string, string>> = {
  'MIT/X11': 'MIT',
  busboy: 'MIT',
  dicer: 'MIT',
  'humanize-number': 'MIT',
  only: 'MIT',
  'passport-local': 'MIT',
  'passport-strategy': 'MIT',
  pause: 'MIT',
  'png-js': 'MIT',
  streamsearch: 'MIT',
};

/** @returns what is wrong with the lock file, a line for each */
export function faultsOf(manifest: Manifest, lock: Lock): string[] {
  const packages = Object.entries(lock.packages).filter(([where, one]) => where !== '' && !one.link);
  const nameOf = (where: string): string => where.split('node_modules/').at(-1) ?? where;
  const faults: string[] = [];
  for (const [where, one] of packages) {
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(one.integrity ?? '')) {
      faults.push(`${where} has no SHA-512 to be known by`);
    }
    if (one.resolved !== undefined && !one.resolved.startsWith('https://registry.npmjs.org/')) {
      faults.push(`${where} comes from ${one.resolved}, not from the registry`);
    }
    const said = one.license ?? nameOf(where);
    if (!isAllowed(read[said] ?? said)) {
      faults.push(`${where} has the licence ${said}, which is not on the list in tools/supply/check.ts`);
    }
  }
  const scripted = new Set(
    packages.filter(([, one]) => one.hasInstallScript).map(([where]) => nameOf(where)),
  );
  const decided = new Set(Object.keys(manifest.allowScripts));
  for (const name of scripted) {
    if (!decided.has(name)) {
      faults.push(
        `${name} wants to run a script when it is installed, and allowScripts does not decide on it`,
      );
    }
  }
  for (const name of decided) {
    if (!scripted.has(name)) {
      faults.push(`allowScripts decides on ${name}, which has no script`);
    }
  }
  return faults;
}

function isAllowed(licence: string): boolean {
  try {
    return satisfies(licence, allowed);
  } catch {
    // Words that no list knows are not allowed, which is told with the package's name.
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const faults = faultsOf(
    JSON.parse(readFileSync('package.json', 'utf8')) as Manifest,
    JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock,
  );
  faults.forEach((fault) => console.log(fault));
  process.exit(faults.length === 0 ? 0 : 1);
}
