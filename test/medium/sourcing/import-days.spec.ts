import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Importing, importingInto } from './importing.js';
import { setMarket } from './market.js';
import { rawWorkbook, rowXml, workbook } from './sheets.js';

describe('days in a sheet', () => {
  let context: TestContext;
  let sheet: Importing;
  beforeAll(async () => {
    context = await openTestContext();
    sheet = importingInto(context, await setMarket(context));
  });
  afterAll(() => context.close());

  it.each([
    '31.12.2026',
    '31/12/2026',
    '12/31/2026',
    '2026-12-31',
    '2026/12/31',
    '31 Dec 2026',
    'Dec 31, 2026',
    '31-Dec-26',
    '31. Dezember 2026',
    '31 décembre 2026',
    '31 de diciembre de 2026',
    '31.12.26',
  ])('are read when written %s', async (written) => {
    const { lines } = await sheet.into(`Item;Qty;Needed by\nBasket;5;${written}\n`);
    expect(lines).toMatchObject([{ neededBy: '2026-12-31' }]);
  });

  it('are read from the cells of a workbook, and from the numbers that such cells are without their format', async () => {
    const { lines } = await sheet.into(
      await workbook({
        name: 'Order',
        rows: [
          ['Item', 'Qty', 'Needed by'],
          ['Basket', 5, new Date('2026-12-31T00:00:00Z')],
        ],
      }),
      'order.xlsx',
    );
    expect(lines).toMatchObject([{ neededBy: '2026-12-31' }]);
    const plain = await sheet.into(
      rawWorkbook(
        `<sheetData>${rowXml(1, ['Item', 'Qty', 'Needed by'])}${rowXml(2, ['Basket', 5, 46387])}</sheetData>`,
      ),
      'order.xlsx',
    );
    expect(plain.lines).toMatchObject([{ neededBy: '2026-12-31' }]);
    expect(plain.result.warnings).toMatchObject([{ cell: 'C2', code: 'day_from_number', value: '46387' }]);
  });

  it('that could be two days are decided by the other days of their column', async () => {
    const days = async (...written: string[]): Promise<unknown[]> =>
      (await sheet.into(`Item,Qty,Due\n${written.map((day) => `Basket,5,${day}`).join('\n')}\n`)).lines.map(
        (line) => line.neededBy,
      );
    expect(await days('03/04/2027', '25/04/2027')).toEqual(['2027-04-03', '2027-04-25']);
    expect(await days('03/04/2027', '04/25/2027')).toEqual(['2027-03-04', '2027-04-25']);
    // Points are European.
    expect(await days('03.04.2027')).toEqual(['2027-04-03']);
    expect(await days('04/04/2027')).toEqual(['2027-04-04']);
  });

  it('that could be two days and are decided by nothing are refused, as are days that are none', async () => {
    expect(await sheet.wrongCells('Item,Qty,Due\na,1,12/31/2026\nb,1,31/12/2026\nc,1,03/04/2027\n')).toEqual([
      'C4 day_ambiguous',
    ]);
    expect(await sheet.wrongCells('Item,Qty,Due\na,1,03/04/2027\nb,1,soon\nc,1,7\nd,1,2027-02-31\n')).toEqual(
      ['C2 day_ambiguous', 'C3 day_unreadable', 'C4 day_unreadable', 'C5 day_unreadable'],
    );
  });
});
