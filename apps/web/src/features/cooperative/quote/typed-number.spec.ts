import { describe, expect, it } from '@jest/globals';
import { typedDecimal, typedWhole } from './typed-number';

describe('a number typed on a phone', () => {
  it.each([
    ['850', '850'],
    ['1,5', '1.5'],
    ['1.5', '1.5'],
    ['1,500', '1500'],
    ['1.500,25', '1500.25'],
    ['1,500.25', '1500.25'],
    ['1 500', '1500'],
    ['.5', '0.5'],
    ['٨٥٠', '850'],
    ['١٫٥', '1.5'],
    ['८५०', '850'],
    ['৮৫০', '850'],
  ])('reads %j in any of the portal’s languages', (typed, text) => {
    expect(typedDecimal(typed, 6)).toBe(text);
  });

  it.each(['', 'many', '1.2.3', '-4', '1.1234567'])('reads none from %j', (typed) => {
    expect(typedDecimal(typed, 6)).toBeNull();
  });

  it('reads whole days up to a most', () => {
    expect(typedWhole('85', 1000)).toBe(85);
    expect(typedWhole('8.5', 1000)).toBeNull();
    expect(typedWhole('1001', 1000)).toBeNull();
  });
});
