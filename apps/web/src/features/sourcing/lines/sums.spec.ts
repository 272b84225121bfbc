import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newLine } from './line';
import { sumsOf } from './sums';

describe('sums', () => {
  it('adds amounts that are rounded as the server rounds them, and leaves out what cannot be read', () => {
    const lines = [
      newLine({ quantity: '0.5', unitCode: 'KGM', targetUnitPrice: '0.05' }),
      newLine({ quantity: '1.5', unitCode: 'KGM', targetUnitPrice: '0.05' }),
      newLine({ quantity: '10', unitCode: 'C62' }),
      newLine({ quantity: 'many', unitCode: 'C62', targetUnitPrice: '1' }),
    ];
    // 0.025 goes to the even 0.02, 0.075 to the even 0.08.
    expect(sumsOf(lines, 'EUR')).toEqual({
      quantities: [
        ['KGM', '2'],
        ['C62', '10'],
      ],
      estimate: '0.10',
      priced: 2,
    });
  });

  it('has no estimate without a price, and no digits where the currency has none', () => {
    expect(sumsOf([newLine({ quantity: '3', unitCode: 'C62' })], 'EUR').estimate).toBeNull();
    expect(
      sumsOf([newLine({ quantity: '3', unitCode: 'C62', targetUnitPrice: '1.5' })], 'JPY').estimate,
    ).toBe('4');
  });

  it('is exact where floats are not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 999_999 }), fc.nat({ max: 99_999_999 })), { minLength: 1 }),
        (pairs) => {
          const lines = pairs.map(([pieces, cents]) =>
            newLine({
              quantity: String(pieces),
              unitCode: 'C62',
              targetUnitPrice: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
            }),
          );
          const cents = pairs.reduce((sum, [pieces, price]) => sum + BigInt(pieces) * BigInt(price), 0n);
          const text = cents.toString().padStart(3, '0');
          expect(sumsOf(lines, 'USD').estimate).toBe(`${text.slice(0, -2)}.${text.slice(-2)}`);
        },
      ),
    );
  });
});
