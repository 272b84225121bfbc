import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exact, readSheet, SheetError, writeWorkbook } from '#platform';
import { readRequestLines } from './request-sheet.js';
import { requestTemplateWorkbook } from './request-template.js';
import type { RequestSheetResult } from './sheet-result.js';

async function csv(text: string | Buffer): Promise<RequestSheetResult> {
  return readRequestLines(await readSheet(Buffer.isBuffer(text) ? text : Buffer.from(text), 'request.csv'));
}

const faults = (result: RequestSheetResult): string[] =>
  result.errors.map((error) => `${error.cell} ${error.code}`);
const quantities = (result: RequestSheetResult): string[] => result.lines.map((line) => line.quantity);

describe('a sheet of a request', () => {
  it.each(['request-40-lines.xlsx', 'request-40-lines.csv'])('reads the shipped %s whole', async (name) => {
    const result = readRequestLines(await readSheet(readFileSync(`test/fixtures/sheets/${name}`), name));
    expect(faults(result)).toEqual([]);
    expect(result.lines).toHaveLength(40);
    expect(result.lines[15]).toMatchObject({
      sku: 'TXT-208',
      quantity: '750.5',
      unitCode: 'MTR',
      targetUnitPrice: '7.85',
      hsCode: '520852',
      neededBy: '2027-07-31',
      requiredCraft: 'batik',
    });
    expect(result.lines[32]).toMatchObject({ unitCode: 'GRO', quantity: '3' });
  });

  it('reads its own template', async () => {
    const result = readRequestLines(await readSheet(await requestTemplateWorkbook(), 'template.xlsx'));
    expect(faults(result)).toEqual([]);
    expect(result.lines).toMatchObject([
      { sku: 'BSK-001', quantity: '1200', targetUnitPrice: '6.5', neededBy: '2027-09-30' },
    ]);
  });

  it('reads quoted commas, quotation marks and line ends inside cells', async () => {
    const result = await csv('SKU,Description,Quantity\nA,"Basket, round, ""big""\nwith lid","1,200"\n');
    expect(faults(result)).toEqual([]);
    expect(result.lines).toMatchObject([
      { sku: 'A', description: 'Basket, round, "big"\nwith lid', quantity: '1200' },
    ]);
  });

  it('finds headings below titles and skips empty rows and the total', async () => {
    const result = await csv(
      'Autumn order;;\n;;\nArtikelnummer;Bezeichnung;Menge;Preis\nA1;Korb;10;4,50\n;;;\nA2;Decke;1.250;12,00\nSumme;;1.260;\n',
    );
    expect(faults(result)).toEqual([]);
    expect(result.headingRow).toBe(3);
    expect(quantities(result)).toEqual(['10', '1250']);
    expect(result.lines.map((line) => line.targetUnitPrice)).toEqual(['4.5', '12']);
    expect(result.skippedRows).toEqual([
      { row: 5, reason: 'empty' },
      { row: 7, reason: 'total' },
    ]);
  });

  it('decides about thousands by the whole column', async () => {
    expect(quantities(await csv('Item;Qty\na;1.200\nb;3,5\n'))).toEqual(['1200', '3.5']);
    expect(quantities(await csv('Item\tQty\na\t1,200\nb\t3.5\n'))).toEqual(['1200', '3.5']);
    expect(quantities(await csv("Item\tQty\na\t1 200\nb\t2'500\nc\t1,00,000\n"))).toEqual([
      '1200',
      '2500',
      '100000',
    ]);
  });

  it('says when it had to choose', async () => {
    const result = await csv('Item,Qty,Price\na,"1,234","1,234"\n');
    expect(result.lines).toMatchObject([{ quantity: '1234', targetUnitPrice: '1234' }]);
    expect(result.warnings.map((warning) => `${warning.cell} ${warning.code}`)).toEqual([
      'B2 number_ambiguous',
      'C2 number_ambiguous',
    ]);
  });

  it('refuses a number that contradicts its column', async () => {
    expect(faults(await csv('Item\tQty\na\t1.234,5\nb\t1,234.5\nc\t2,345\n'))).toEqual([]);
    expect(faults(await csv('Item\tQty\na\t1,5\nb\t12,34,5\n'))).toEqual(['B3 number_ambiguous']);
  });

  it('names each wrong cell and what to do', async () => {
    const result = await csv(
      'SKU,Description,Qty,Unit,Price,HS,Needed by\n' +
        'A,Basket,twelve,pcs,1,460219,2027-01-31\n' +
        'B,,5,pcs,1,460219,2027-01-31\n' +
        'C,Basket,0,pcs,-1,46,31.02.2027\n' +
        'D,Basket,-3,pcs,,,\n' +
        'E,Basket,5,furlongs,free,,\n' +
        'F,Basket,1.2345,m,1.2345678,,\n' +
        'G,Basket,,,,,\n',
    );
    expect(faults(result)).toEqual([
      'C2 number_unreadable',
      'B3 description_missing',
      'C4 quantity_not_positive',
      'E4 price_not_positive',
      'F4 hs_code_wrong',
      'G4 day_unreadable',
      'C5 quantity_not_positive',
      'D6 unit_unknown',
      'E6 number_unreadable',
      'C7 quantity_too_fine',
      'E7 price_too_fine',
      'C8 quantity_missing',
    ]);
    expect(result.lines).toEqual([]);
  });

  it('reads units beside or inside the quantity, by many names', async () => {
    const result = await csv('Product,Quantity\nBaskets,500 pcs\nSocks,40 pairs\nCloth,12.5 mtrs\n');
    expect(result.lines.map((line) => [line.quantity, line.unitCode])).toEqual([
      ['500', 'C62'],
      ['40', 'PR'],
      ['12.5', 'MTR'],
    ]);
  });

  it('reads prices with their currency and warns of it', async () => {
    const result = await csv('Product;Qty;Unit price\na;1;€ 4,50\nb;1;4,75 USD\nc;1;Rs. 12,00\n');
    expect(result.lines.map((line) => line.targetUnitPrice)).toEqual(['4.5', '4.75', '12']);
    expect(result.warnings.map((warning) => `${warning.cell} ${warning.detail}`)).toEqual([
      'C2 The price names €. It is taken in the currency of the request.',
      'C3 The price names USD. It is taken in the currency of the request.',
      'C4 The price names Rs. It is taken in the currency of the request.',
    ]);
  });

  it('decides about days by the whole column', async () => {
    expect(
      (await csv('Item,Qty,Due\na,1,03/04/2027\nb,1,25/04/2027\n')).lines.map((line) => line.neededBy),
    ).toEqual(['2027-04-03', '2027-04-25']);
    expect(
      (await csv('Item,Qty,Due\na,1,03/04/2027\nb,1,04/25/2027\n')).lines.map((line) => line.neededBy),
    ).toEqual(['2027-03-04', '2027-04-25']);
    expect(faults(await csv('Item,Qty,Due\na,1,03/04/2027\n'))).toEqual(['C2 day_ambiguous']);
  });

  it('reads UTF-16 and Windows-1252', async () => {
    const text = 'Product;Qty\nCorbeille tressée;12\n';
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect((await csv(wide)).lines[0]?.description).toBe('Corbeille tressée');
    expect((await csv(Buffer.from(text, 'latin1'))).lines[0]?.description).toBe('Corbeille tressée');
  });

  it('says plainly when there are no headings, no lines, or too many', async () => {
    expect(faults(await csv('hello,world\n1,2\n'))).toEqual(['A1 headings_missing']);
    expect(faults(await csv('Item,Qty\n'))).toEqual(['A2 lines_missing']);
    const many = `Item,Qty\n${Array.from({ length: 2001 }, (_, at) => `Basket ${at},1`).join('\n')}\n`;
    expect(faults(await csv(many))).toEqual(['A2002 too_many_lines']);
  });

  it('warns of an article that stands twice', async () => {
    const result = await csv('SKU,Item,Qty\nA,x,1\nA,x,2\n');
    expect(result.lines).toHaveLength(2);
    expect(result.warnings.map((warning) => warning.code)).toEqual(['sku_repeated']);
  });

  it('refuses what is no sheet', async () => {
    await expect(readSheet(Buffer.from('d0cf11e0a1b11ae1aaaa', 'hex'), 'old.xls')).rejects.toMatchObject({
      code: 'sheet_type_unknown',
    });
    await expect(readSheet(Buffer.from('PK\u0003\u0004broken'), 'x.xlsx')).rejects.toThrow(SheetError);
    await expect(readSheet(Buffer.alloc(11_000_000, 'a'), 'x.csv')).rejects.toMatchObject({
      code: 'sheet_too_large',
    });
    await expect(readSheet(Buffer.from('\n\n'), 'x.csv')).rejects.toMatchObject({ code: 'sheet_empty' });
  });

  it('reads any quantity back from any common way to write it', async () => {
    const styles: ((whole: string, fraction: string) => string)[] = [
      (whole, fraction) => `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction && `.${fraction}`}`,
      (whole, fraction) => `${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${fraction && `,${fraction}`}`,
      (whole, fraction) => `${whole.replace(/\B(?=(\d{3})+$)/g, '\u202f')}${fraction && `,${fraction}`}`,
      (whole, fraction) => `${whole.replace(/\B(?=(\d{3})+$)/g, '’')}${fraction && `.${fraction}`}`,
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(...styles),
        async (whole, cents, style) => {
          const fraction = String(cents).padStart(2, '0');
          // A second row proves the sign, as columns of real sheets do.
          const result = await csv(
            `Item\tQty\na\t${style(String(whole), fraction)}\nb\t${style('1234', '25')}\n`,
          );
          expect(quantities(result)).toEqual([exact(`${whole}.${fraction}`).toFixed(), '1234.25']);
        },
      ),
    );
  });

  it('reads numbers of .xlsx as typed, not as floats', async () => {
    const bytes = await writeWorkbook([
      {
        name: 'x',
        columns: [
          { heading: 'Item', width: 9 },
          { heading: 'Qty', width: 9 },
          { heading: 'Price', width: 9 },
        ],
        rows: [['=1+1', { number: '0.1' }, { number: '4.35' }]],
      },
    ]);
    expect(readRequestLines(await readSheet(bytes, 'x.xlsx')).lines).toMatchObject([
      { description: '=1+1', quantity: '0.1', targetUnitPrice: '4.35' },
    ]);
  });
});
