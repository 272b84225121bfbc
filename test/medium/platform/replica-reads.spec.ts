import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placeOf } from '#platform';
import { mayLag } from '../../../apps/api/src/replica-reads.js';
import { openTestContext, type TestContext } from '../../support/context.js';

describe('routes that a replica may answer', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  it('are routes that read, each of them there', async () => {
    const answer = await context.app.inject({ method: 'GET', url: '/v1/openapi.json' });
    const { paths } = answer.json<{ paths: Record<string, { get?: unknown }> }>();
    const reading = new Set(
      Object.keys(paths)
        .filter((path) => paths[path]?.get)
        .map((path) => path.replace(/\{(\w+)\}/g, ':$1')),
    );
    expect([...mayLag].filter((route) => !reading.has(route))).toEqual([]);
  });

  it('hold nothing that must be current: verification, sessions, quotes and their comparison, awards', () => {
    expect(
      [...mayLag].filter((route) => /verify|session|quote|comparison|award|invitation/.test(route)),
    ).toEqual([]);
  });
});

describe('a place in the log of writes', () => {
  it('is compared as a number, and anything else is none', () => {
    expect(placeOf('16/B374D848')).toBe(0x16b374d848n);
    expect((placeOf('1/0') ?? 0n) > (placeOf('0/FFFFFFFF') ?? 0n)).toBe(true);
    for (const wrong of ['', '16', '16/', 'G/1', '1/123456789', '0/1; select 1', ['0/1'], undefined]) {
      expect(placeOf(wrong)).toBeNull();
    }
  });
});
