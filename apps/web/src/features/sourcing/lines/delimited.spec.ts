import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDelimited, writeDelimited } from './delimited';

const cell = fc.string({ unit: fc.constantFrom('a', '7', ' ', '"', '\t', '\n', '\r', ',', ';', 'é', '籠') });

describe('delimited text', () => {
  it('reads what Excel copies', () => {
    expect(readDelimited('A1\tB1\r\nA2\tB2\r\n')).toEqual([
      ['A1', 'B1'],
      ['A2', 'B2'],
    ]);
  });

  it('keeps line ends and quotation marks inside a quoted cell', () => {
    expect(readDelimited('"two\nlines"\t"a ""good"" one"\tlast')).toEqual([
      ['two\nlines', 'a "good" one', 'last'],
    ]);
  });

  it('takes quotation marks of a mere text as they are, and swallows no row after one that is not closed', () => {
    expect(readDelimited('"Big" basket\t12" wide\n"open\t5\nnext\t6')).toEqual([
      ['"Big" basket', '12" wide'],
      ['"open', '5'],
      ['next', '6'],
    ]);
  });

  it('keeps empty cells and rows between others', () => {
    expect(readDelimited('a\t\tb\n\nc\t')).toEqual([['a', '', 'b'], [''], ['c', '']]);
    expect(readDelimited('')).toEqual([]);
  });

  it.each(['\t', ',', ';'])('reads back whatever it wrote (%j)', (separator) => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
        expect(readDelimited(writeDelimited(rows, separator), separator)).toEqual(rows);
      }),
    );
  });

  it('reads a long paste with a mark that nothing closes in a moment', () => {
    const text = `"${'x\ty\n'.repeat(50_000)}`;
    const begun = performance.now();
    expect(readDelimited(text)).toHaveLength(50_000);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
