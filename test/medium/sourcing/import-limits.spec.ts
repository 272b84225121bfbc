import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Importing, importingInto } from './importing.js';
import { type Market, refusedWithoutTrace, setMarket } from './market.js';
import { rawWorkbook, rowXml, workbook } from './sheets.js';

const baskets = (count: number): string =>
  `SKU,Item,Qty\n${Array.from({ length: count }, (_, at) => `B-${at + 1},Basket ${at + 1},${at + 1}`).join('\n')}\n`;

describe('the size and kind of a sheet', () => {
  let context: TestContext;
  let market: Market;
  let sheet: Importing;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    sheet = importingInto(context, market);
  });
  afterAll(() => context.close());

  it('holds 2,000 lines, in their order', async () => {
    const { result, lines, draft } = await sheet.into(baskets(2000));
    expect(result).toMatchObject({ imported: 2000, lines: 2000 });
    expect(draft.lineCount).toBe(2000);
    expect(lines.map((line) => `${line.position} ${line.sku} ${line.quantity}`)).toEqual(
      Array.from({ length: 2000 }, (_, at) => `${at + 1} B-${at + 1} ${at + 1}`),
    );
  });

  it('holds no 2,001 lines, in .csv or .xlsx', async () => {
    expect(await sheet.wrongCells(baskets(2001))).toEqual(['A2002 too_many_lines']);
    const rows = Array.from({ length: 2001 }, (_, at) => [`Basket ${at}`, 5]);
    expect(
      await sheet.wrongCells(
        await workbook({ name: 'Order', rows: [['Item', 'Qty'], ...rows] }),
        'order.xlsx',
      ),
    ).toEqual(['A2002 too_many_lines']);
  });

  it('counts the lines that are there already when a sheet is added to them, in a dry run too', async () => {
    for (const query of [{ mode: 'append' }, { mode: 'append', dryRun: true }]) {
      expect(await sheet.refused(baskets(1999), 'order.csv', query)).toMatchObject({
        status: 422,
        code: 'invalid_input',
        errors: [{ pointer: '/lines', code: 'too_many_lines' }],
      });
    }
    const { lines } = await sheet.into(baskets(2), 'order.csv', { mode: 'append' });
    expect(lines.map((line) => `${line.position} ${line.description}`)).toEqual([
      '1 Sisal basket',
      '2 Mat',
      '3 Basket 1',
      '4 Basket 2',
    ]);
  });

  it('is told and not kept in a dry run', async () => {
    const { result, lines } = await sheet.into(baskets(3), 'order.csv', { dryRun: true });
    expect(result).toMatchObject({ imported: 0, lines: 3 });
    expect(lines.map((line) => line.description)).toEqual(['Sisal basket', 'Mat']);
  });

  it('with one wrong cell among 2,000 lines keeps not one of them', async () => {
    const wrong = baskets(2000).replace('Basket 1500,1500', 'Basket 1500,about lunchtime');
    expect(await sheet.wrongCells(wrong)).toEqual(['C1501 number_unreadable']);
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
    ['nothing', () => Buffer.alloc(0), 'order.csv', 'sheet_empty'],
    ['blank lines', () => Buffer.from('\n;;\n\n'), 'order.csv', 'sheet_empty'],
    ['a workbook without cells', () => workbook({ name: 'Order', rows: [[null]] }), 'a.xlsx', 'sheet_empty'],
    [
      'a PNG',
      () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'order.xlsx',
      'sheet_type_unknown',
    ],
    ['a PDF', () => Buffer.from('%PDF-1.7\n\u0000\u0001\u0002'), 'order.csv', 'sheet_type_unknown'],
    [
      'an old .xls renamed to .xlsx',
      () => Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'),
      'order.xlsx',
      'sheet_type_unknown',
    ],
    [
      'a .zip that is no workbook',
      () => Buffer.from(zipSync({ 'readme.txt': Buffer.from('hello') })),
      'order.xlsx',
      'sheet_type_unknown',
    ],
    [
      'half a workbook',
      async () => (await workbook({ name: 'Order', rows: [['Item', 'Qty']] })).subarray(0, 900),
      'order.xlsx',
      'sheet_unreadable',
    ],
    [
      'a workbook of broken XML',
      () => rawWorkbook('<sheetData><row r="1"><c r="A1"><v>'),
      'order.xlsx',
      'sheet_unreadable',
    ],
    [
      'an open quotation mark',
      () => Buffer.from('Item,Qty\n"Basket,5\nMat,6\n'),
      'order.csv',
      'sheet_unreadable',
    ],
    [
      'a bomb',
      () => rawWorkbook('<sheetData/>', { 'xl/media/bomb.xml': new Uint8Array(150_000_000) }),
      'order.xlsx',
      'sheet_too_large',
    ],
    [
      'more than 10 MB',
      () => Buffer.from(`Item,Qty\n${'Basket,5\n'.repeat(1_200_000)}`),
      'order.csv',
      'sheet_too_large',
    ],
    ['20,001 rows', () => Buffer.from(`Item,Qty\n${',\n'.repeat(20_001)}`), 'order.csv', 'sheet_too_large'],
  ])('is refused for %s', async (_what, bytes, name, code) => {
    const refused = await sheet.refused(await bytes(), name);
    expect(refused).toMatchObject({ status: 422, code: 'sheet_unreadable', errors: [{ pointer: '', code }] });
    expect(refused.detail).toBe(refused.errors[0]?.detail);
  });

  it('is refused for text without headings, at its first cell', async () => {
    for (const text of ['hello, this is no sheet', '{"a":[1,2]}', '<table><tr><td>Item</td></tr></table>']) {
      expect(await sheet.wrongCells(text)).toEqual(['A1 headings_missing']);
    }
    expect(await sheet.wrongCells('Item,Qty\n')).toEqual(['A2 lines_missing']);
  });

  it('is what the cells say, whatever dimension a workbook declares', async () => {
    const xml = `<dimension ref="A1:XFD1048576"/><sheetData>${rowXml(1, ['Item', 'Qty'])}${rowXml(2, ['Basket', 5])}</sheetData>`;
    const { lines } = await sheet.into(rawWorkbook(xml), 'order.xlsx');
    expect(lines).toMatchObject([{ description: 'Basket', quantity: '5' }]);
  });

  it('goes into a draft alone, and into one’s own', async () => {
    const published = await market.published([await market.cooperative('Kiondo Weavers')]);
    const upload = { name: 'a.csv', bytes: Buffer.from(baskets(1)), mediaType: null, fields: {} };
    expect(
      await refusedWithoutTrace(context, () =>
        market.services.lines.importSheet(market.requester, published.id, upload, {}),
      ),
    ).toMatchObject({ status: 409, code: 'request_not_draft' });
    const draft = await market.draft();
    const stranger = await setMarket(context);
    expect(
      await refusedWithoutTrace(context, () =>
        market.services.lines.importSheet(stranger.requester, draft.id, upload, {}),
      ),
    ).toMatchObject({ status: 404, code: 'not_found' });
  });
});
