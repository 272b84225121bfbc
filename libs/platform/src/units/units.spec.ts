import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isUnitCode, nearUnits, unitCodes, unitFromText, unitName } from './units.js';

const list = '../shared/data/codes/unece-rec20-units-rev17e.csv';

describe('units', () => {
  it.each([
    ['pcs', 'C62'],
    ['Pcs.', 'C62'],
    ['PIÈCES', 'C62'],
    ['pieza', 'C62'],
    ['ea', 'C62'],
    ['Nos.', 'C62'],
    ['pairs', 'PR'],
    ['sets', 'SET'],
    ['m²', 'MTK'],
    ['sq. m', 'MTK'],
    ['kgs', 'KGM'],
    ['docena', 'DZN'],
    ['Mtrs', 'MTR'],
    ['C62', 'C62'],
    ['vipande', 'C62'],
  ])('reads %s as %s', (text, code) => {
    expect(unitFromText(text)).toBe(code);
  });

  it('does not guess', () => {
    expect(unitFromText('bushels of joy')).toBeNull();
    expect(unitFromText('')).toBeNull();
    expect(isUnitCode('c62')).toBe(false);
  });

  it('names what is near to a typing error', () => {
    expect(nearUnits('piecs')[0]).toBe('piece (C62)');
    expect(nearUnits('xyzzy')).toEqual([]);
  });

  it('has a name for each code', () => {
    expect(unitName('MTK')).toBe('square metre');
    expect(unitName('ZZ9')).toBe('ZZ9');
  });

  (existsSync(list) ? it : it.skip)('takes its codes from Recommendation 20', () => {
    const codes = new Set(
      readFileSync(list, 'utf8')
        .split('\n')
        .map((line) => line.split(',')[1]),
    );
    expect(unitCodes.filter(({ code }) => !codes.has(code))).toEqual([]);
  });
});
