import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MatrixResult, runMatrix } from './matrix.js';
import { plant } from './planted.js';
import { rightfulOf } from './rightful/index.js';
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

  describe('when something is broken on purpose', () => {
    it('finds a query that forgot whose records they are', async () => {
      const mend = plant(world.context, 'an unscoped query');
      const { leaks } = await runMatrix(world, 'GET /v1/buyer/orders/{id}');
      mend();
      expect(leaks.join('\n')).toMatch(
        /GET \/v1\/buyer\/orders\/\{id\} as owner elsewhere: 200 in place of refused/,
      );
      expect((await runMatrix(world, 'GET /v1/buyer/orders/{id}')).leaks).toEqual([]);
    }, 60_000);

    it('does not take a route that fails for a safe one', async () => {
      const mend = plant(world.context, 'a list that fails');
      const { vacuous, failures } = await runMatrix(world, 'GET /v1/buyer/orders');
      mend();
      expect(vacuous.join()).toContain('GET /v1/buyer/orders answers whom it is for with 500');
      expect(failures.length).toBeGreaterThan(0);
    }, 60_000);

    it('asks for whom a new route is', () => {
      expect(rightfulOf('POST', '/v1/buyer/things/{id}/sale')).toBeNull();
      expect(rightfulOf('GET', '/v1/buyer/things/{id}')).toBeNull();
      expect(rightfulOf('GET', '/v1/buyer/requests/{id}/things')).not.toBeNull();
    });
  });
});
