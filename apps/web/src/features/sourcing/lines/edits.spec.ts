import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  cleared,
  copied,
  duplicated,
  filledDown,
  inserted,
  mostLines,
  pasted,
  removed,
  spread,
} from './edits';
import { columnNames, newLine } from './line';

const reader = { decimalSign: '.', dayFirst: true, crafts: new Map<string, string>() } as const;
const someLines = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    newLine({ sku: `S${index}`, description: `Basket ${index}`, quantity: String(index + 1) }),
  );
const whole = (count: number) => ({ top: 0, bottom: count - 1, left: 0, right: columnNames.length - 1 });

describe('an edit of the grid', () => {
  it('writes what is pasted from a cell on, and makes the rows that it needs', () => {
    const lines = pasted(someLines(1), { row: 0, column: 1 }, [['Tray'], ['Bowl'], ['Lamp']], reader);
    expect(lines.map(({ description }) => description)).toEqual(['Tray', 'Bowl', 'Lamp']);
    expect(lines[0]?.sku).toBe('S0');
  });

  it('takes no more rows than a request may have', () => {
    const cells = Array.from({ length: mostLines + 5 }, () => ['x']);
    expect(pasted([], { row: 0, column: 1 }, cells, reader)).toHaveLength(mostLines);
    expect(inserted(someLines(mostLines), 3)).toHaveLength(mostLines);
    expect(duplicated(someLines(mostLines), whole(2))).toHaveLength(mostLines);
  });

  it('leaves behind what it copied when that is pasted where it came from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        const lines = someLines(count);
        const again = pasted(lines, { row: 0, column: 0 }, copied(lines, whole(count), reader), reader);
        expect(copied(again, whole(count), reader)).toEqual(copied(lines, whole(count), reader));
      }),
    );
  });

  it('repeats what is pasted over a range that holds it a whole number of times', () => {
    expect(spread([['a', 'b']], { top: 0, bottom: 1, left: 0, right: 3 })).toEqual([
      ['a', 'b', 'a', 'b'],
      ['a', 'b', 'a', 'b'],
    ]);
    expect(spread([['a', 'b']], { top: 0, bottom: 0, left: 0, right: 2 })).toEqual([['a', 'b']]);
  });

  it('takes away what it put in', () => {
    const lines = someLines(4);
    expect(removed(inserted(lines, 2), { top: 2, bottom: 2, left: 0, right: 0 })).toEqual(lines);
    const twice = duplicated(lines, { top: 1, bottom: 2, left: 0, right: 0 });
    expect(twice.map(({ sku }) => sku)).toEqual(['S0', 'S1', 'S2', 'S1', 'S2', 'S3']);
    expect(new Set(twice.map(({ id }) => id)).size).toBe(6);
  });

  it('clears and fills only the range that it is told', () => {
    const range = { top: 1, bottom: 2, left: 0, right: 0 };
    expect(cleared(someLines(4), range).map(({ sku }) => sku)).toEqual(['S0', '', '', 'S3']);
    expect(filledDown(someLines(4), range).map(({ sku }) => sku)).toEqual(['S0', 'S1', 'S1', 'S3']);
  });
});
