import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Standard {
  level1: string[];
  level2: string[];
}

const standard = JSON.parse(readFileSync('test/fixtures/asvs-5.0.0.json', 'utf8')) as Standard;
const states = ['met', 'partly', 'not met', 'does not apply'];

/** @returns what is untrue in a page of requirements, a line for each */
function faultsOf(text: string): string[] {
  const rows = [...text.matchAll(/^\| ([\d.]+) +\| (\d) +\| (.*?) +\| (.*?) +\| (.*?) +\|$/gm)];
  const faults: string[] = [];
  const listed = rows.map(([, id, level]) => `${id} of level ${level}`).sort();
  const wanted = [
    ...standard.level1.map((id) => `${id} of level 1`),
    ...standard.level2.map((id) => `${id} of level 2`),
  ].sort();
  faults.push(...wanted.filter((one) => !listed.includes(one)).map((one) => `${one} is missing`));
  faults.push(...listed.filter((one) => !wanted.includes(one)).map((one) => `${one} is not in the standard`));
  faults.push(...listed.filter((one, at) => one === listed[at - 1]).map((one) => `${one} is there twice`));
  for (const [, id, , , state = '', where = ''] of rows) {
    if (!states.includes(state) || where.trim() === '') {
      faults.push(`${id} has no state or no reason`);
    }
    for (const [, file = ''] of where.matchAll(
      /`((?:apps|libs|test|docs|tools|migrations)\/[^`]+|Dockerfile)`/g,
    )) {
      if (!existsSync(file)) {
        faults.push(`${id} names ${file}, which is not there`);
      }
    }
  }
  for (const state of states) {
    const count = rows.filter((row) => row[4] === state).length;
    if (!text.includes(`${count} ${state === 'does not apply' ? 'that do not apply' : state}`)) {
      faults.push(`${count} are “${state}”, and the introduction says otherwise`);
    }
  }
  return faults;
}

describe('docs/security.md', () => {
  const text = readFileSync('docs/security.md', 'utf8');

  it('has each requirement of levels 1 and 2 once, with files that exist', () => {
    expect([standard.level1.length, standard.level2.length]).toEqual([70, 183]);
    expect(faultsOf(text)).toEqual([]);
  });

  it.each([
    ['a row left out', /^\| 1\.1\.1 .*\n/m, '', '1.1.1 of level 2 is missing'],
    ['a row made up', /^\| 1\.1\.1 /m, '| 1.1.9 ', '1.1.9 of level 2 is not in the standard'],
    [
      'a file that is gone',
      'libs/platform/src/http/body.ts',
      'libs/gone.ts',
      '1.1.1 names libs/gone.ts, which is not there',
    ],
  ])('is caught at %s', (_what, from, to, fault) => {
    expect(faultsOf(text.replace(from, to))).toContain(fault);
  });
});
