import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Importing, importingInto } from './importing.js';
import { setMarket } from './market.js';

describe('units in a sheet', () => {
  let context: TestContext;
  let sheet: Importing;
  beforeAll(async () => {
    context = await openTestContext();
    sheet = importingInto(context, await setMarket(context));
  });
  afterAll(() => context.close());

  it.each([
    ['C62', ['pcs', 'Pcs.', 'pieces', 'Stück', 'STK', 'St.', 'pièces', 'piezas', 'ea', 'C62']],
    ['DZN', ['dozen', 'doz.', 'Dutzend', 'docena']],
    ['SET', ['set', 'sets', 'Satz', 'juego']],
    ['KGM', ['kg', 'KG', 'kgs', 'kilo', 'KGM']],
    ['MTR', ['m', 'mtr', 'metres', 'Meter', 'metros']],
    ['PR', ['pair', 'Paar', 'paires']],
  ])('are understood as %s by many names', async (code, names) => {
    const rows = names.map((name, at) => `Item ${at},1,${name}`);
    const { lines } = await sheet.into(`Item,Qty,Unit\n${rows.join('\n')}\n`);
    expect(lines.map((line) => line.unitCode)).toEqual(names.map(() => code));
  });

  it('that nobody knows are refused, with what may be meant', async () => {
    const refused = await sheet.refused('Item,Qty,Unit\na,1,pcs\nb,1,furlong\nc,1,pieses\nd,5 cubits,\n');
    expect(refused).toMatchObject({
      status: 422,
      code: 'sheet_has_errors',
      errors: [
        { pointer: '/cells/C3', code: 'unit_unknown' },
        { pointer: '/cells/C4', code: 'unit_unknown' },
        { pointer: '/cells/B5', code: 'unit_unknown' },
      ],
    });
    expect(refused.errors[1]?.detail).toContain('piece (C62)');
    expect(refused.detail).toContain('3 cells');
  });

  it('beside the quantity may repeat the column of units, and may not contradict it', async () => {
    const { lines } = await sheet.into('Item,Qty,Unit\na,500 pcs,Stück\n');
    expect(lines).toMatchObject([{ quantity: '500', unitCode: 'C62' }]);
    expect(await sheet.wrongCells('Item,Qty,Unit\na,500 pcs,dozen\nb,500 k,pcs\n')).toEqual([
      'B2 unit_contradicted',
      'B3 unit_unknown',
    ]);
  });

  it('are pieces where nothing is said', async () => {
    const { lines } = await sheet.into('Item,Qty\nBasket,5\n');
    expect(lines).toMatchObject([{ unitCode: 'C62' }]);
  });
});
