import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MatrixResult, runMatrix } from './matrix.js';
import { openWorld, type World } from './world.js';

describe('every route, by every role, for one’s own organisation and for another', () => {
  let world: World;
  let result: MatrixResult;
  beforeAll(async () => {
    world = await openWorld();
    result = await runMatrix(world);
    console.log(
      `${result.routes} routes, ${result.requests} requests, ${result.canaries} canaries, answers by status: ${JSON.stringify(result.refusals)}`,
    );
  }, 400_000);
  afterAll(() => world.close());

  it('answers whom it is for, or what is tried on it proves nothing', () => {
    expect(result.vacuous).toEqual([]);
  });

  it('tells nothing to anyone else, and lets nobody else change anything', () => {
    expect(result.leaks).toEqual([]);
  });

  it('never fails', () => {
    expect(result.failures).toEqual([]);
  });

  it('was tried', () => {
    expect(result.routes).toBeGreaterThan(100);
    expect(result.requests).toBeGreaterThan(2_500);
    expect(result.canaries).toBeGreaterThan(100);
  });
});
