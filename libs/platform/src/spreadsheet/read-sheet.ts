import { parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import { Unzip, UnzipInflate } from 'fflate';
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
  assertReadable(bytes);
  const { default: readXlsxFile } = await import('read-excel-file/node');
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

/**
 * Unpacks the archive piece by piece and stops where it grows too large: a bomb may declare any size it likes. Then looks where
 * the cells stand: the reader makes room for every row and column up to the furthest one, and Excel's own furthest are 17 billion cells.
 */
function assertReadable(bytes: Buffer): void {
  const parts = unpacked(bytes);
  if (!parts.has('xl/workbook.xml')) {
    throw new SheetError(
      'sheet_type_unknown',
      'This is no .xlsx file. Save it as .xlsx or .csv, and try again.',
    );
  }
  for (const [name, chunks] of parts) {
    if (name.endsWith('.xml') && chunks.length > 0) {
      assertCellsNear(Buffer.concat(chunks).toString('latin1'));
    }
  }
}

function unpacked(bytes: Buffer): Map<string, Uint8Array[]> {
  const parts = new Map<string, Uint8Array[]>();
  let total = 0;
  try {
    const archive = new Unzip((file) => {
      const chunks: Uint8Array[] = [];
      parts.set(file.name, chunks);
      file.ondata = (error, chunk) => {
        if (error) {
          throw error;
        }
        total += chunk.length;
        if (total > limits.unpackedBytes) {
          throw new SheetError('sheet_too_large', 'The file unpacks to far more than a sheet holds.');
        }
        // Pictures are counted, not kept.
        if (file.name.endsWith('.xml')) {
          chunks.push(chunk);
        }
      };
      file.start();
    });
    archive.register(UnzipInflate);
    // In small pieces, since one piece unpacks to a thousand times its size at once.
    for (let at = 0; at < bytes.length; at += 16_384) {
      archive.push(new Uint8Array(bytes.subarray(at, at + 16_384)), at + 16_384 >= bytes.length);
    }
  } catch (error) {
    throw error instanceof SheetError
      ? error
      : new SheetError('sheet_unreadable', 'The file is damaged. Save it again, and try again.');
  }
  return parts;
}

/** Rows that are only formatted may reach to the end of a sheet; cells with something in them may not. */
function assertCellsNear(xml: string): void {
  for (const [, tag, attributes = ''] of xml.matchAll(/<(?:\w+:)?(row|c)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/g)) {
    const place = /\sr\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    const [, letters = '', row = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place ?? '') ?? [];
    if (place === undefined) {
      continue;
    }
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const hasContent = tag === 'c' && !attributes.endsWith('/');
    if (
      row === '' ||
      Number(row) > 1_048_576 ||
      (hasContent && (Number(row) > limits.rows || column > limits.columns))
    ) {
      throw new SheetError(
        'sheet_too_large',
        `Something stands at ${place.slice(0, 20)}, beyond ${limits.rows} rows or ${limits.columns} columns. Clear what is far from the list.`,
      );
    }
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
      // Sheets put together from several have several kinds of line ends.
      record_delimiter: ['\r\n', '\n', '\r'],
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
    return windows1252(bytes);
  }
}

// Node before 24 decodes this range as Latin-1 whatever it is asked for: the euro sign would be lost.
const windows1252Signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => windows1252Signs[sign.charCodeAt(0) - 0x80] ?? sign);
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
