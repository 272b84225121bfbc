import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Importing, importingInto } from './importing.js';
import { setMarket } from './market.js';
import { rawWorkbook, rowXml } from './sheets.js';

describe('a sheet made to be expensive', () => {
  let context: TestContext;
  let sheet: Importing;
  beforeAll(async () => {
    context = await openTestContext();
    sheet = importingInto(context, await setMarket(context));
  });
  afterAll(() => context.close());

  const headings = rowXml(1, ['Item', 'Qty']);

  it.each([
    ['at the last cell of Excel', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ['beyond Excel', '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>'],
    ['in an empty row beyond Excel', '<row r="9999999"/>'],
    ['in apostrophes', `<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>`],
    ['in disguise', '<row r="&#49;048576"><c a=">" r="XF&#68;1048576"><v>1</v></c></row>'],
    ['at the 201st column', '<row r="2"><c r="GS2"><v>1</v></c></row>'],
  ])('by something far away is refused before it is read: %s', async (_where, row) => {
    const begun = Date.now();
    const refused = await sheet.refused(
      rawWorkbook(`<sheetData>${headings}${row}</sheetData>`),
      'order.xlsx',
    );
    expect(refused).toMatchObject({
      status: 422,
      code: 'sheet_unreadable',
      errors: [{ code: 'sheet_too_large' }],
    });
    expect(Date.now() - begun).toBeLessThan(5_000);
  });

  it('is no sheet that was only formatted to its end', async () => {
    const { lines } = await sheet.into(
      rawWorkbook(
        `<sheetData>${headings}${rowXml(2, ['Basket', 5])}<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row></sheetData>`,
      ),
      'order.xlsx',
    );
    expect(lines).toMatchObject([{ description: 'Basket', quantity: '5' }]);
  });

  it('by a bomb that declares to be small is refused while it unpacks', async () => {
    const size = 150_000_000;
    const bomb = rawWorkbook('<sheetData/>', { 'xl/bomb.xml': new Uint8Array(size) });
    // Every place where the archive tells the size tells another.
    const told = Buffer.alloc(4);
    told.writeUInt32LE(size);
    for (let at = bomb.indexOf(told); at >= 0; at = bomb.indexOf(told, at)) {
      bomb.writeUInt32LE(1000, at);
    }
    expect(await sheet.refused(bomb, 'order.xlsx')).toMatchObject({ errors: [{ code: 'sheet_too_large' }] });
  });

  it('by nothing but its line ends and its euro signs is read', async () => {
    const mixed = await sheet.into('Item,Qty\r\nBasket,5\nMat,6\r\n');
    expect(mixed.lines.map((line) => line.quantity)).toEqual(['5', '6']);
    const euros = await sheet.into(
      Buffer.from('Item;Qty;Price\nKorb \x93gro\xdf\x94;5;4,50 \x80\n', 'latin1'),
    );
    expect(euros.lines).toMatchObject([{ description: 'Korb “groß”', targetUnitPrice: '4.5' }]);
    expect(euros.result.warnings).toMatchObject([{ cell: 'C2', code: 'currency_in_price' }]);
  });
});
