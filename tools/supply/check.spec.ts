import { describe, expect, it } from '@jest/globals';
import { faultsOf } from './check.js';

const good = { integrity: `sha512-${'A'.repeat(86)}==`, license: 'MIT' };

describe('the lock file', () => {
  it.each([
    ['what is as agreed', {}, []],
    ['no hash', { integrity: undefined }, ['node_modules/x has no SHA-512 to be known by']],
    ['a weak hash', { integrity: 'sha1-AAAA' }, ['node_modules/x has no SHA-512 to be known by']],
    [
      'another source',
      { resolved: 'git+ssh://git@example.org/x.git' },
      ['node_modules/x comes from git+ssh://git@example.org/x.git, not from the registry'],
    ],
    [
      'a licence that binds the whole',
      { license: 'AGPL-3.0-only' },
      [expect.stringContaining('AGPL-3.0-only')],
    ],
    ['one of two licences that is allowed', { license: '(MIT OR AGPL-3.0-only)' }, []],
    ['both of two', { license: 'MIT AND AGPL-3.0-only' }, [expect.stringContaining('not on the list')]],
    ['no licence', { license: undefined }, [expect.stringContaining('the licence x,')]],
    ['a script', { hasInstallScript: true }, [expect.stringMatching(/^x wants to run a script/)]],
  ])('is judged by %s', (_what, part, faults) => {
    const lock = { packages: { '': {}, 'node_modules/x': { ...good, ...part } } };
    expect(faultsOf({ allowScripts: {} }, lock)).toEqual(faults);
  });

  it('has the scripts that were decided on, allowed or not, and no others', () => {
    const lock = { packages: { 'node_modules/a/node_modules/x': { ...good, hasInstallScript: true } } };
    expect(faultsOf({ allowScripts: { x: false } }, lock)).toEqual([]);
    expect(faultsOf({ allowScripts: { x: true, gone: true } }, lock)).toEqual([
      'allowScripts decides on gone, which has no script',
    ]);
  });
});
