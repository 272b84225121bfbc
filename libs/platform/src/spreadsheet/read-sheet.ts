import { parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import type { CellValue, ExactNumber, SheetGrid } from './grid.js';
import { SheetError } from './sheet-error.js';

const limits = { bytes: 10_000_000, unpackedBytes: 100_000_000, rows: 20_000, columns: 200 };

/**
 * The first sheet with content of an .xlsx file, or a .csv file in whatever encoding and with whatever separator it has. What it
 * is, is told by its bytes.
 * @throws SheetError in words that say what to do
 */
export async function readSheet(bytes: Buffer, fileName: string): Promise<SheetGrid> {
  if (bytes.length > limits.bytes) {
    throw new SheetError('sheet_too_large', 'The file is larger than 10 MB. Remove pictures, or split it.');
  }
  const grid = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes, fileName);
  if (grid.rows.length > limits.rows || grid.rows.some((row) => row.length > limits.columns)) {
    throw new SheetError(
      'sheet_too_large',
      `The sheet has more than ${limits.rows} rows or ${limits.columns} columns.`,
    );
  }
  if (!grid.rows.some((row) => row.some((cell) => cell !== null && cell !== ''))) {
    throw new SheetError('sheet_empty', 'There is nothing in the sheet.');
  }
  return grid;
}

function isZip(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;
}

async function readXlsx(bytes: Buffer): Promise<SheetGrid> {
  assertUnpacksSmall(bytes);
  let sheets;
  try {
    sheets = await readXlsxFile<ExactNumber>(bytes, { parseNumber: exactNumber, trim: false });
  } catch {
    throw new SheetError(
      'sheet_unreadable',
      'The file is damaged or protected. Open it, save it as .xlsx without a password, and try again.',
    );
  }
  const filled = sheets.find((sheet) =>
    sheet.data.some((row) => row.some((cell) => cell !== null && cell !== '')),
  );
  return { sheetName: filled?.sheet ?? '', rows: (filled?.data ?? []) as CellValue[][] };
}

/** Excel writes 4.35 as 4.3499999999999996; the shortest decimal that is the same float is what was typed. */
function exactNumber(text: string): ExactNumber {
  return { exact: new Decimal(String(Number(text))).toFixed() };
}

/** Looks at the sizes in the archive's directory, and stops at a bomb before a byte of it is unpacked. */
function assertUnpacksSmall(bytes: Buffer): void {
  let unpacked = 0;
  let isWorkbook = false;
  try {
    unzipSync(new Uint8Array(bytes), {
      filter: (file) => {
        unpacked += file.originalSize;
        isWorkbook ||= file.name === 'xl/workbook.xml';
        return false;
      },
    });
  } catch {
    throw new SheetError('sheet_unreadable', 'The file is damaged. Save it again, and try again.');
  }
  if (unpacked > limits.unpackedBytes || unpacked > bytes.length * 200) {
    throw new SheetError('sheet_too_large', 'The file unpacks to far more than a sheet of this size holds.');
  }
  if (!isWorkbook) {
    throw new SheetError(
      'sheet_type_unknown',
      'This is no .xlsx file. Save it as .xlsx or .csv, and try again.',
    );
  }
}

function readCsv(bytes: Buffer, fileName: string): SheetGrid {
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) {
    throw new SheetError(
      'sheet_type_unknown',
      'This is an old .xls file, or one with a password. Save it as .xlsx, and try again.',
    );
  }
  const text = decode(bytes);
  const separator = separatorOf(text);
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 10_000))) {
    throw new SheetError(
      'sheet_type_unknown',
      'This is neither .xlsx nor .csv. Save the sheet as one of them, and try again.',
    );
  }
  try {
    const rows: string[][] = parse(text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
    });
    return {
      sheetName: fileName,
      separator,
      rows: rows.map((row) => row.map((cell) => (cell.trim() === '' ? null : cell))),
    };
  } catch {
    throw new SheetError(
      'sheet_unreadable',
      'The .csv file cannot be read: a quotation mark may be open. Save it again, and try again.',
    );
  }
}

/** By its byte order mark; otherwise UTF-8 where it is valid, UTF-16 where every other byte is 0, else Windows-1252. */
function decode(bytes: Buffer): string {
  const zeros = (from: number): number => {
    let count = 0;
    for (let at = from; at < Math.min(bytes.length, 200); at += 2) {
      count += bytes[at] === 0 ? 1 : 0;
    }
    return count;
  };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || zeros(1) > 20) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || zeros(0) > 20) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that cuts most of the first lines, outside quotation marks, into the same number of cells. */
function separatorOf(text: string): string {
  const named = /^sep=(.)\r?\n/.exec(text)?.[1];
  if (named) {
    return named;
  }
  const lines = text
    .slice(0, 50_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const score = (separator: string): number => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const cells = line.split(separator).length;
      counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    // Cells gained by the lines that agree: decimal commas agree less often than separators do.
    return Math.max(
      ...[...counts].map(([cells, agreeing]) => (cells - 1) * agreeing * (agreeing / lines.length)),
    );
  };
  return (
    [';', '\t', ',', '|']
      .map((separator) => ({ separator, value: score(separator) }))
      .sort((left, right) => right.value - left.value)[0]?.separator ?? ','
  );
}
