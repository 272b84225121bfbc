import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Importing, importingInto } from './importing.js';
import { setMarket } from './market.js';
import { workbook } from './sheets.js';

describe('numbers in a sheet', () => {
  let context: TestContext;
  let sheet: Importing;
  beforeAll(async () => {
    context = await openTestContext();
    sheet = importingInto(context, await setMarket(context));
  });
  afterAll(() => context.close());

  it.each([
    ['1,200', 'Item\tQty\na\t1,200\nb\t2.5 kg\n'],
    ['1.200', 'Item;Qty\na;1.200\nb;2,5 kg\n'],
    ['1 200', 'Item;Qty\na;1 200\nb;2,5 kg\n'],
    ['1 200 with spaces that do not break', 'Item;Qty\na;1\u00a0200\nb;2,5\u202fkg\n'],
    ["1'200", "Item;Qty\na;1'200\nb;2.5 kg\n"],
    ['1’200', 'Item;Qty\na;1’200\nb;2.5 kg\n'],
  ])('are twelve hundred when written %s', async (_how, csv) => {
    const { lines } = await sheet.into(csv);
    expect(lines.map((line) => [line.quantity, line.unitCode])).toEqual([
      ['1200', 'C62'],
      ['2.5', 'KGM'],
    ]);
  });

  it('are guessed where nothing in the sheet decides, and each guess is told by its cell', async () => {
    const { result, lines } = await sheet.into('Item,Qty\nBasket,"1,200"\nMat,5\n');
    expect(lines.map((line) => line.quantity)).toEqual(['1200', '5']);
    expect(result.warnings).toEqual([
      {
        cell: 'B2',
        code: 'number_ambiguous',
        detail: '“1,200” was read as 1200. Write it without grouping if that is wrong.',
        value: '1,200',
      },
    ]);
  });

  it('have decimal commas where the sheet has them', async () => {
    const { lines } = await sheet.into('Item;Qty;Price\nWool;1,5 kg;4,35\nFelt;2 kg;12,5\n');
    expect(lines.map((line) => [line.quantity, line.targetUnitPrice])).toEqual([
      ['1.5', '4.35'],
      ['2', '12.5'],
    ]);
  });

  it('stored as text in a workbook are read like numbers', async () => {
    const { lines } = await sheet.into(
      await workbook({
        name: 'Order',
        rows: [
          ['Item', 'Qty', 'Price'],
          ['Basket', '1200', '4.50'],
          ['Mat', 1200, 4.35],
          ['Rug', " 1'200 ", '$ 0.1'],
        ],
      }),
      'order.xlsx',
    );
    expect(lines.map((line) => [line.quantity, line.targetUnitPrice])).toEqual([
      ['1200', '4.5'],
      ['1200', '4.35'],
      ['1200', '0.1'],
    ]);
  });

  it('of a price may stand beside a currency, and that is said of each cell', async () => {
    const { result, lines } = await sheet.into(
      'Item;Qty;Price\na;1;€4.50\nb;1;$5.00\nc;1;6.00 EUR\nd;1;KSh 1,200.00\ne;1;4.50 eur\nf;1;5.-\ng;1;1.25/pc\nh;1;2.50 each\n',
    );
    expect(lines.map((line) => line.targetUnitPrice)).toEqual([
      '4.5',
      '5',
      '6',
      '1200',
      '4.5',
      '5',
      '1.25',
      '2.5',
    ]);
    expect(result.warnings.map(({ cell, detail }) => `${cell} ${detail.split('.')[0]}`)).toEqual([
      'C2 The price names €',
      'C3 The price names $',
      'C4 The price names EUR',
      'C5 The price names KSh',
      'C6 The price names eur',
    ]);
  });

  it('that are no price of one unit are refused', async () => {
    expect(
      await sheet.wrongCells(
        'Item;Qty;Price\na;1;5 %\nb;1;4.50 per dozen\nc;1;EUR\nd;1;4.50 or 5\ne;1;-2\nf;1;0\ng;1;0.1234567\n',
      ),
    ).toEqual([
      'C2 price_unreadable',
      'C3 price_unreadable',
      'C4 number_unreadable',
      'C5 number_unreadable',
      'C6 price_not_positive',
      'C7 price_not_positive',
      'C8 price_too_fine',
    ]);
  });

  it('that are no quantity are refused', async () => {
    expect(
      await sheet.wrongCells(
        'Item;Qty\na;-5\nb;0\nc;(5)\nd;−5\ne;10-20\nf;12 x 5\ng;1.2E+03\nh;½\ni;lots\nj;\nk;1234567890123456789\nl;2,5\nm;٥٠\n',
      ),
    ).toEqual([
      'B2 quantity_not_positive',
      'B3 quantity_not_positive',
      'B4 number_unreadable',
      'B5 quantity_not_positive',
      'B6 number_unreadable',
      'B7 number_unreadable',
      'B8 number_unreadable',
      'B9 number_unreadable',
      'B10 number_unreadable',
      'B11 quantity_missing',
      'B12 quantity_too_large',
      'B14 number_unreadable',
      'B13 quantity_not_whole',
    ]);
  });

  it('of half a piece are refused at their cell, also far to the right', async () => {
    const headings = Array.from({ length: 27 }, (_, column) => `Colour ${column}`);
    const blank = headings.map(() => 'blue');
    expect(
      await sheet.wrongCells(
        await workbook({
          name: 'Order',
          rows: [
            ['Item', ...headings, 'Qty'],
            ['Basket', ...blank, 2.5],
          ],
        }),
        'wide.xlsx',
      ),
    ).toEqual(['AC2 quantity_not_whole']);
  });
});
