import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { divideToEven, quantityOf, toText, toUnits, unitsOf } from './decimal';

describe('decimals', () => {
  it('reads back every number it writes', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.integer({ min: 0, max: 8 }),
        (units, digits) => {
          expect(toUnits(toText(units, digits), digits)).toBe(units);
          expect(toUnits(toText(units, digits, true), digits)).toBe(units);
        },
      ),
    );
  });

  it('takes no more digits than there are places, except zeros', () => {
    expect(toUnits('12.5', 3)).toBe(12_500n);
    expect(toUnits('12.5000', 3)).toBe(12_500n);
    expect(toUnits('12.5001', 3)).toBeNull();
    expect(toUnits('-1', 3)).toBeNull();
    expect(() => unitsOf('0.0001', 3)).toThrow(RangeError);
  });

  it('rounds halves to even, and never by more than a half', () => {
    expect([5n, 15n, 25n].map((units) => divideToEven(units, 10n))).toEqual([0n, 2n, 2n]);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (dividend, divisor) => {
          const gap = divideToEven(dividend, divisor) * divisor - dividend;
          expect((gap < 0n ? -gap : gap) * 2n).toBeLessThanOrEqual(divisor);
        },
      ),
    );
  });

  it.each([
    ['1,500', 1_500_000n],
    ['1,5', 1_500n],
    ['1 500', 1_500_000n],
    ['2.25', 2_250n],
    ['1.234,5', null],
    ['ten', null],
    ['', null],
  ])('reads the quantity %s', (typed, units) => {
    expect(quantityOf(typed)).toBe(units);
  });
});
