import { describe, expect, it } from '@jest/globals';
import { shapeOf } from './traced-statements.js';

describe('the shape of a statement', () => {
  it('keeps names and parameters and takes out every value', () => {
    expect(
      shapeOf(`select set_config('weftway.person', 'O''Hara', true), 12.50, a1, $1
        from "order2" where price > 99 and name like '%x%'`),
    ).toBe(`select set_config(?, ?, true), ?, a1, $1 from "order2" where price > ? and name like ?`);
  });

  it('is cut where it is long', () => {
    expect(shapeOf(`select ${'a, '.repeat(1_000)}b`)).toHaveLength(500);
  });
});
