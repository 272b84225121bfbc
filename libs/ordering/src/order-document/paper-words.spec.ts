import { describe, expect, it } from '@jest/globals';
import { countryInWords, dayInWords, isZero, numberInWords } from './paper-words.js';

describe('the words of a paper', () => {
  it.each([
    ['1200.000', 0, '1,200'],
    ['4.200000', 2, '4.20'],
    ['0.123456', 2, '0.123456'],
    ['12345678901234567890.10', 2, '12,345,678,901,234,567,890.10'],
    ['500', 2, '500.00'],
    ['-3.5', 2, '\u22123.50'],
    ['about ten', 2, 'about ten'],
  ])('write %s with at least %i places as %s', (decimal, places, shown) => {
    expect(numberInWords(decimal, places)).toBe(shown);
  });

  it('write days and countries, and let stand what is neither', () => {
    expect(dayInWords('2027-02-05')).toBe('5 February 2027');
    expect(dayInWords('2027-09-30', 'short')).toBe('30 Sep 2027');
    expect(dayInWords('soon')).toBe('soon');
    expect(countryInWords('BD')).toBe('Bangladesh');
    expect(countryInWords('??')).toBe('??');
  });

  it('know a zero in any dress', () => {
    expect(['0', '0.00', '000.0'].every(isZero)).toBe(true);
    expect(['0.01', '10'].some(isZero)).toBe(false);
  });
});
