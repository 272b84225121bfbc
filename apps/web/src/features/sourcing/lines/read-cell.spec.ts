import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellText, type CellReader, conventionsOf, decimalSignOf, readCell } from './read-cell';

const crafts = new Map([['block_printing', 'Block printing']]);
const point: CellReader = { decimalSign: '.', dayFirst: false, crafts };
const comma: CellReader = { decimalSign: ',', dayFirst: true, crafts };

const figure = fc.tuple(fc.nat({ max: 999_999_999 }), fc.nat({ max: 999_999 })).map(([whole, fraction]) => {
  const kept = String(fraction).padStart(6, '0').replace(/0+$/, '');
  return kept ? `${whole}.${kept}` : String(whole);
});

describe('figures', () => {
  it.each([
    ['1,234.50', '1234.5'],
    ['1.234,50', '1234.5'],
    ['1,234', '1234'],
    ['1,5', '1.5'],
    ['12,34,567.5', '1234567.5'],
    ["1'234.50", '1234.5'],
    ['€ 12.00', '12'],
    ['USD 7.25', '7.25'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['0.00', '0'],
  ])('reads %s as %s where decimals have a point', (text, read) => {
    expect(readCell('quantity', text, point)).toBe(read);
  });

  it.each([
    ['1.234,50', '1234.5'],
    ['1,234.50', '1234.5'],
    ['1.234', '1234'],
    ['1,234', '1.234'],
    ['1.5', '1.5'],
    ['0.125', '0.125'],
    ['1 234,5', '1234.5'],
  ])('reads %s as %s where decimals have a comma', (text, read) => {
    expect(readCell('targetUnitPrice', text, comma)).toBe(read);
  });

  it.each(['about 12', '-5', '1,2,3', '1.2.3', '12,50,1', '1e3', ',', '1.234,50.1'])(
    'keeps %s as it was typed, to be told at its cell',
    (text) => {
      expect(readCell('quantity', text, point)).toBe(text);
      expect(readCell('quantity', text, comma)).toBe(text);
    },
  );

  it('reads back what it shows to be edited or copied, whatever the sign, alone and among others', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1 }), fc.constantFrom(point, comma), (figures, reader) => {
        const shown = figures.map((text) => cellText('quantity', text, reader));
        const sign = decimalSignOf(shown, reader.decimalSign);
        expect(shown.map((text) => readCell('quantity', text, { ...reader, decimalSign: sign }))).toEqual(
          figures,
        );
      }),
    );
  });
});

describe('decimal sign of a paste', () => {
  it('follows what the cells show, not the reader', () => {
    expect(decimalSignOf(['1.500', '1,25'], '.')).toBe(',');
    expect(decimalSignOf(['1,500', '1.25'], ',')).toBe('.');
    expect(decimalSignOf(['1.234.567'], '.')).toBe(',');
    expect(decimalSignOf(['1,234,567'], ',')).toBe('.');
  });

  it('is the reader’s where they show nothing, or both', () => {
    expect(decimalSignOf(['1.500', '20'], ',')).toBe(',');
    expect(decimalSignOf(['1,5', '1.5'], '.')).toBe('.');
  });

  it('comes from the locale', () => {
    expect(conventionsOf('de-DE')).toEqual({ decimalSign: ',', dayFirst: true });
    expect(conventionsOf('en-US')).toEqual({ decimalSign: '.', dayFirst: false });
  });
});

describe('other cells', () => {
  it.each([
    ['2026-12-04', '2026-12-04'],
    ['4/12/2026', '2026-12-04'],
    ['12/31/26', '2026-12-31'],
    ['4 Dec 2026', '2026-12-04'],
    ['soon', 'soon'],
  ])('reads the day %s as %s', (text, read) => {
    expect(readCell('neededBy', text, comma)).toBe(read);
  });

  it('reads month before day where the locale does', () => {
    expect(readCell('neededBy', '4/12/2026', point)).toBe('2026-04-12');
  });

  it.each([
    ['pcs', 'C62'],
    ['Pairs', 'PR'],
    ['kg', 'KGM'],
    ['doz.', 'DZN'],
    ['bushel', 'bushel'],
  ])('reads the unit %s as %s', (text, read) => {
    expect(readCell('unitCode', text, point)).toBe(read);
  });

  it('reads crafts by name or code, and tariff codes by their first six digits', () => {
    expect(readCell('craftCode', 'block Printing', point)).toBe('block_printing');
    expect(readCell('hsCode', '4602.19.10', point)).toBe('460219');
    expect(readCell('description', ' two\n lines ', point)).toBe('two lines');
  });
});
