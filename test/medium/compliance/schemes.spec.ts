import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Schemes } from '#compliance';
import { Database, publicActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';

describe('schemes', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  it('come with the database, with their criteria, for anyone', async () => {
    const { items } = await context.get(Schemes).list(publicActor('test'));
    const criteria = new Map(items.map((scheme) => [scheme.code, scheme.criteria.length]));
    expect(criteria.get('WFTO-GUARANTEED')).toBe(10);
    expect(criteria.get('SA8000')).toBe(9);
    expect(criteria.get('NEST-SEAL')).toBe(7);
    expect(criteria.get('SMETA')).toBe(16);
    expect(criteria.get('ILO-FUNDAMENTAL')).toBe(11);
    expect(criteria.get('GOODWEAVE')).toBe(1);
    const wfto = items.find((scheme) => scheme.code === 'WFTO-GUARANTEED');
    expect(wfto?.criteria.map((criterion) => criterion.code)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
  });

  it('are named by their ids', async () => {
    const { items } = await context.get(Schemes).list(publicActor('test'));
    const named = await context
      .get(Database)
      .read(publicActor('test'), (tx) =>
        context.get(Schemes).byIds(tx, [items[0]?.id ?? '', '0199d1a0-7c1e-7b58-9a6e-2f0d9c1b5e11']),
      );
    expect(named).toEqual([{ id: items[0]?.id, code: items[0]?.code, name: items[0]?.name }]);
  });
});
