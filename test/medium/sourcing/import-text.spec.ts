import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Importing, importingInto } from './importing.js';
import { type Market, setMarket } from './market.js';
import { utf16, workbook } from './sheets.js';

describe('text in a sheet', () => {
  let context: TestContext;
  let market: Market;
  let sheet: Importing;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    sheet = importingInto(context, market);
  });
  afterAll(() => context.close());

  it('may have commas, quotation marks and line ends inside quotation marks', async () => {
    const { lines } = await sheet.into(
      'SKU,Description,Qty\r\nB-1,"Basket, ""big"", round\r\nwith lid",5\r\nB-2,12" mat,6\r\n',
    );
    expect(lines.map((line) => line.description)).toEqual(['Basket, "big", round\r\nwith lid', '12" mat']);
  });

  it('after a cell of two lines is still found at its row', async () => {
    expect(await sheet.wrongCells('SKU,Description,Qty\nA,"Basket\nround",5\nB,Mat,many\n')).toEqual([
      'C3 number_unreadable',
    ]);
  });

  it.each([
    ['semicolons', 'SKU;Description;Qty\nA;Basket, round;5\n'],
    ['tabs', 'SKU\tDescription\tQty\nA\tBasket, round\t5\n'],
    ['bars', 'SKU|Description|Qty\nA|Basket, round|5\n'],
    ['what Excel is told to part by', 'sep=;\nSKU;Description;Qty\nA;Basket, round;5\n'],
    ['carriage returns as line ends', 'SKU;Description;Qty\rA;Basket, round;5\r'],
  ])('is parted by %s', async (_how, csv) => {
    const { lines } = await sheet.into(csv);
    expect(lines).toMatchObject([{ sku: 'A', description: 'Basket, round', quantity: '5' }]);
  });

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from('Item;Qty\nCorbeille tressée;5\n')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffItem;Qty\nCorbeille tressée;5\n')],
    ['UTF-16, little end first', utf16('Item;Qty\nCorbeille tressée;5\n', 'little')],
    ['UTF-16, big end first', utf16('Item;Qty\nCorbeille tressée;5\n', 'big')],
    ['Windows-1252', Buffer.from('Item;Qty\nCorbeille tress\u00e9e;5\n', 'latin1')],
  ])('is read in %s', async (_encoding, bytes) => {
    const { lines } = await sheet.into(bytes);
    expect(lines).toMatchObject([{ description: 'Corbeille tressée', quantity: '5' }]);
  });

  it('keeps Arabic, Chinese and pictures', async () => {
    const names = ['سلة من القش', '竹編みの籠 圆形', '🧺 basket'];
    const { lines } = await sheet.into(
      await workbook({ name: 'Order', rows: [['Item', 'Qty'], ...names.map((name) => [name, 5])] }),
      'order.xlsx',
    );
    expect(lines.map((line) => line.description)).toEqual(names);
  });

  it('loses the spaces around it, broken or not', async () => {
    const { lines } = await sheet.into(
      ' Item\u00a0; Qty ;Unit\n\u00a0Round basket\u00a0 ; 5\u00a0; pcs\u00a0\n',
    );
    expect(lines).toMatchObject([{ description: 'Round basket', quantity: '5', unitCode: 'C62' }]);
  });

  it('that looks like a formula stays text on its way in and out', async () => {
    const attack = `=cmd|' /C calc'!A0`;
    const { lines, draft } = await sheet.into(
      `Item;Qty;Specification\n${attack};5;@SUM(1+1)\n"=HYPERLINK(""http://x"",""y"")";5;-2+3\n`,
    );
    expect(lines.map((line) => [line.description, line.specification])).toEqual([
      [attack, '@SUM(1+1)'],
      ['=HYPERLINK("http://x","y")', '-2+3'],
    ]);
    const { content, name } = await market.services.lines.exportSheet(market.requester, draft.id);
    // A formula without its value would be read as an empty cell.
    const { rows } = await readSheet(content, name);
    expect(rows.slice(1).map((row) => row.slice(1, 3))).toEqual([
      [attack, '@SUM(1+1)'],
      ['=HYPERLINK("http://x","y")', '-2+3'],
    ]);
    expect(content.includes('<f>')).toBe(false);
  });

  it('that is too long is refused at its cell', async () => {
    expect(
      await sheet.wrongCells(`SKU;Item;Qty\n${'s'.repeat(61)};Basket;5\nA;${'b'.repeat(501)};5\n`),
    ).toEqual(['A2 too_long', 'B3 too_long']);
  });

  it('naming an article twice is kept twice, with a warning at the second', async () => {
    const { result, lines } = await sheet.into('SKU,Item,Qty\nA,Basket,1\nB,Mat,2\nA,Basket,3\n');
    expect(lines.map((line) => [line.sku, line.quantity])).toEqual([
      ['A', '1'],
      ['B', '2'],
      ['A', '3'],
    ]);
    expect(result.warnings).toMatchObject([{ cell: 'A4', code: 'sku_repeated', value: 'A' }]);
  });

  it('naming a craft that nobody knows is left out, with a warning at its cell', async () => {
    const { result, lines } = await sheet.into('Item,Qty,Craft\nBasket,1,Basketry\nRug,2,spoon bending\n');
    expect(lines.map((line) => line.craftCode)).toEqual(['basketry', null]);
    expect(result.warnings).toMatchObject([{ cell: 'C3', code: 'craft_unknown', value: 'spoon bending' }]);
  });
});
