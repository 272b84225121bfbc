import { strToU8, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';

type Cell = string | number | boolean | Date | { value: string | number; span: number } | null;
export type Rows = readonly (readonly Cell[])[];

/** An .xlsx file with these cells; a cell with a span is merged over so many columns. */
export async function workbook(...sheets: { name: string; rows: Rows }[]): Promise<Buffer> {
  const made = sheets.map(({ name, rows }) => ({ sheet: name, data: rows.map((row) => row.map(cellOf)) }));
  return writeXlsxFile(made as unknown as Parameters<typeof writeXlsxFile>[0]).toBuffer();
}

function cellOf(cell: Cell): object | null {
  if (cell === null) {
    return null;
  }
  if (cell instanceof Date) {
    return { value: cell, type: Date, format: 'dd.mm.yyyy' };
  }
  if (typeof cell === 'object') {
    return { ...cellOf(cell.value), columnSpan: cell.span };
  }
  return {
    value: cell,
    type: typeof cell === 'string' ? String : typeof cell === 'number' ? Number : Boolean,
  };
}

/** An .xlsx file around the XML of one sheet, for what no library writes: formulas with their values, hidden rows, lies. */
export function rawWorkbook(sheetXml: string, more: Record<string, Uint8Array> = {}): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Order" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheetXml}</worksheet>`,
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)] as const);
  return Buffer.from(zipSync({ ...Object.fromEntries(files), ...more }));
}

/** A row of XML; text becomes an inline string, anything else a number, and ready XML stays. */
export function rowXml(row: number, cells: readonly (string | number)[], attributes = ''): string {
  const made = cells.map((cell, column) => {
    const at = `${String.fromCharCode(65 + column)}${row}`;
    if (typeof cell === 'number') {
      return `<c r="${at}"><v>${cell}</v></c>`;
    }
    return cell.startsWith('<c ') ? cell : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${row}" ${attributes}>${made.join('')}</row>`;
}

/** Text as UTF-16 with its byte order mark. */
export function utf16(text: string, order: 'little' | 'big'): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'little' ? bytes : bytes.swap16();
}
