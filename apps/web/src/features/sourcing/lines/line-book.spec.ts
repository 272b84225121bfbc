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
import { columnNames, type Line, newLine, sameLines } from './line';
import { LineBook } from './line-book';
import type { Range } from './selection';

const reader = { decimalSign: '.', dayFirst: true, crafts: new Map<string, string>() } as const;
const range = (rows: number): fc.Arbitrary<Range> =>
  fc
    .tuple(fc.nat(rows), fc.nat(rows), fc.nat(columnNames.length - 1), fc.nat(columnNames.length - 1))
    .map(([a, b, c, d]) => ({
      top: Math.min(a, b),
      bottom: Math.max(a, b),
      left: Math.min(c, d),
      right: Math.max(c, d),
    }));

const edit: fc.Arbitrary<(lines: readonly Line[]) => Line[]> = range(6).chain((where) =>
  fc.constantFrom(
    (lines) => cleared(lines, where),
    (lines) => filledDown(lines, where),
    (lines) => inserted(lines, where.top),
    (lines) => removed(lines, where),
    (lines) => duplicated(lines, where),
    (lines) => pasted(lines, { row: where.top, column: where.left }, [['7', 'x'], ['8']], reader),
  ),
);

function bookOf(lines: readonly Line[], save = (): Promise<void> => Promise.resolve()): LineBook {
  return new LineBook(
    { key: 'lines', ready: () => true, load: () => Promise.resolve(lines), pause: () => 1_000_000 },
    lines,
    save,
  );
}

describe('edits', () => {
  it('takes back every step and does it again, exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
        const book = bookOf([newLine({ description: 'Basket', quantity: '5' }), newLine({ sku: 'B' })]);
        const steps = [book.lines];
        for (const one of edits) {
          book.change(one(book.lines));
          steps.push(book.lines);
        }
        for (const step of steps.slice(0, -1).reverse()) {
          book.undo();
          expect(book.lines).toBe(step);
        }
        expect(book.mayUndo).toBe(false);
        for (const step of steps.slice(1)) {
          book.redo();
          expect(book.lines).toBe(step);
        }
        expect(book.mayRedo).toBe(false);
        await book.autosave.flush();
        expect(book.autosave.idle).toBe(true);
      }),
    );
  });

  it('pastes what it copied into the same cells', () => {
    const lines = [
      newLine({
        sku: 'A',
        description: 'Basket',
        quantity: '1500.5',
        unitCode: 'KGM',
        targetUnitPrice: '0.125',
      }),
      newLine({ description: 'Mat', specification: 'two\nlines', quantity: '3', unitCode: 'C62' }),
    ];
    fc.assert(
      fc.property(range(1), fc.constantFrom('.', ','), (where, decimalSign) => {
        const cells = copied(lines, where, { decimalSign });
        const again = pasted(lines, { row: where.top, column: where.left }, cells, {
          ...reader,
          decimalSign,
        });
        expect(sameLines(again, lines)).toBe(true);
      }),
    );
  });

  it('keeps to the most lines there may be', () => {
    const full = Array.from({ length: mostLines }, () => newLine());
    expect(inserted(full, 3)).toHaveLength(mostLines);
    expect(duplicated(full, { top: 0, bottom: 9, left: 0, right: 0 })).toHaveLength(mostLines);
    expect(pasted(full, { row: mostLines - 1, column: 0 }, [['a'], ['b']], reader)).toHaveLength(mostLines);
  });

  it('spreads one cell over all that is selected, as Excel does', () => {
    expect(spread([['x']], { top: 0, bottom: 1, left: 0, right: 1 })).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]);
  });
});
