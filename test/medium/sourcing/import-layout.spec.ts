import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Importing, importingInto } from './importing.js';
import { setMarket } from './market.js';
import { rawWorkbook, rowXml, workbook } from './sheets.js';

describe('the layout of a sheet', () => {
  let context: TestContext;
  let sheet: Importing;
  beforeAll(async () => {
    context = await openTestContext();
    sheet = importingInto(context, await setMarket(context));
  });
  afterAll(() => context.close());

  it('may have merged titles above its headings, empty rows between and a total at the end', async () => {
    const { result, lines } = await sheet.into(
      await workbook({
        name: 'Order',
        rows: [
          [{ value: 'Hearth and Hall: autumn order', span: 4 }, null, null, null],
          [null],
          [{ value: 'Quantities in pieces', span: 2 }, null, 'Season', 2027],
          [null],
          ['Item no', 'Description', 'Qty', 'Target price'],
          ['B-1', 'Basket', 400, 5],
          [null, null, null, null],
          ['M-1', 'Mat', 50, 12.5],
          [null, null, null, null],
          ['Grand total', null, 450, null],
        ],
      }),
      'order.xlsx',
    );
    expect(lines.map((line) => [line.position, line.sku, line.description, line.quantity])).toEqual([
      [1, 'B-1', 'Basket', '400'],
      [2, 'M-1', 'Mat', '50'],
    ]);
    expect(result).toMatchObject({
      headingRow: 5,
      skippedRows: [
        { row: 7, reason: 'empty' },
        { row: 9, reason: 'empty' },
        { row: 10, reason: 'total' },
      ],
    });
  });

  it('names a wrong cell by where it stands in the file, below titles too', async () => {
    expect(
      await sheet.wrongCells('Order list\n\nAutumn,,\n\nSKU,Description,Qty\nA,Basket,5\nB,Mat,many\n'),
    ).toEqual(['C7 number_unreadable']);
  });

  it.each([
    'Total',
    'TOTAL:',
    'Grand Total (EUR)',
    'Gesamtsumme',
    'Zwischensumme',
    'Total général',
    'Suma total',
  ])('takes a row of “%s” for no line', async (words) => {
    const { result, lines } = await sheet.into(`Item,Qty\nBasket,5\n${words},5\n`);
    expect(lines).toMatchObject([{ description: 'Basket' }]);
    expect(result.skippedRows).toEqual([{ row: 3, reason: 'total' }]);
  });

  it('takes goods whose name begins with “Total” for goods', async () => {
    const { lines } = await sheet.into('Item,Qty\nTotal eclipse rug,5\nSummer basket,2\n');
    expect(lines.map((line) => line.description)).toEqual(['Total eclipse rug', 'Summer basket']);
  });

  it('takes the first sheet that is not empty, and names it when it is the wrong one', async () => {
    const order = {
      name: 'Order',
      rows: [
        ['Item', 'Qty'],
        ['Basket', 5],
      ],
    };
    const other = {
      name: 'Older order',
      rows: [
        ['Item', 'Qty'],
        ['Rug', 7],
      ],
    };
    const { lines } = await sheet.into(
      await workbook({ name: 'Blank', rows: [[null]] }, order, other),
      'order.xlsx',
    );
    expect(lines).toMatchObject([{ description: 'Basket' }]);
    const refused = await sheet.refused(
      await workbook({ name: 'Read me', rows: [['Please quote soon']] }, order),
      'order.xlsx',
    );
    expect(refused).toMatchObject({
      status: 422,
      code: 'sheet_has_errors',
      errors: [{ pointer: '/cells/A1', code: 'headings_missing' }],
    });
    expect(refused.errors[0]?.detail).toContain('“Read me”');
  });

  it('reads hidden rows like any other, since nobody said to leave them out', async () => {
    const { lines } = await sheet.into(
      rawWorkbook(
        `<sheetData>${rowXml(1, ['Item', 'Qty'])}${rowXml(2, ['Basket', 5], 'hidden="1"')}${rowXml(3, ['Mat', 6])}</sheetData>`,
      ),
      'order.xlsx',
    );
    expect(lines.map((line) => line.description)).toEqual(['Basket', 'Mat']);
  });

  it('reads the values of formulas, and misses those that were never calculated', async () => {
    const formula = (at: string, value: string): string => `<c r="${at}"><f>10*2</f>${value}</c>`;
    const made = (value: string): Buffer =>
      rawWorkbook(
        `<sheetData>${rowXml(1, ['Item', 'Qty'])}${rowXml(2, ['Basket', formula('B2', value)])}</sheetData>`,
      );
    const { lines } = await sheet.into(made('<v>20</v>'), 'order.xlsx');
    expect(lines).toMatchObject([{ quantity: '20' }]);
    const failed = rawWorkbook(
      `<sheetData>${rowXml(1, ['Item', 'Qty'])}${rowXml(2, ['Basket', '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'])}</sheetData>`,
    );
    expect(await sheet.wrongCells(failed, 'order.xlsx')).toEqual(['B2 quantity_missing']);
    const uncalculated = rawWorkbook(
      `<sheetData>${rowXml(1, ['Item', 'Qty'])}${rowXml(2, ['Basket', '<c r="B2" t="str"><f>A1</f></c>'])}</sheetData>`,
    );
    expect(await sheet.wrongCells(uncalculated, 'order.xlsx')).toEqual(['B2 quantity_missing']);
  });

  it.each([
    [
      'German',
      'Art.-Nr.;Artikelbezeichnung;Bestellmenge;ME;Preis pro Stück;Wunschtermin\nK-1;Körbe;1.200;Stück;4,50;31.12.2026\n',
    ],
    [
      'French',
      'Réf.;Désignation;Quantité;Unité;Prix unitaire HT;Date de livraison\nK-1;Körbe;1 200;pièces;4,50;31/12/2026\n',
    ],
    [
      'Spanish',
      'Código;Descripción;Cantidad;Unidad;Precio objetivo;Fecha de entrega\nK-1;Körbe;1.200;piezas;4,50;31/12/2026\n',
    ],
  ])('may have headings in %s', async (_language, csv) => {
    const { result, lines } = await sheet.into(csv);
    expect(result.ignoredColumns).toEqual([]);
    expect(lines).toMatchObject([
      {
        sku: 'K-1',
        description: 'Körbe',
        quantity: '1200',
        unitCode: 'C62',
        targetUnitPrice: '4.5',
        neededBy: '2026-12-31',
      },
    ]);
  });
});
