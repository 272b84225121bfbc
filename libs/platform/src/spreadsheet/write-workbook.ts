export interface WorkbookColumn {
  heading: string;
  /** In characters. */
  width: number;
  /** Excel's number format, such as `#,##0.00`; text columns have none. */
  format?: string;
}

/** A cell: text, exact decimal text for a number column, or nothing. */
export type WorkbookCell = string | { number: string } | { day: string } | null;

export interface WorkbookSheet {
  name: string;
  columns: readonly WorkbookColumn[];
  rows: readonly (readonly WorkbookCell[])[];
}

/** An .xlsx file: bold headings that stay in sight, numbers as numbers, and text as text, also where it looks like a formula. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const made = sheets.map((sheet) => ({
    // Excel's own limits on names.
    sheet: sheet.name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Sheet',
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [
      sheet.columns.map(({ heading }) => ({
        value: heading,
        type: String,
        fontWeight: 'bold' as const,
        wrap: true,
      })),
      ...sheet.rows.map((row) => row.map((cell, column) => cellOf(cell, sheet.columns[column]?.format))),
    ],
  }));
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(made as Parameters<typeof writeXlsxFile>[0]).toBuffer();
}

function cellOf(cell: WorkbookCell, format: string | undefined): object | null {
  if (cell === null) {
    return null;
  }
  if (typeof cell === 'string') {
    // As a string cell, never a formula.
    return { value: printable(cell), type: String };
  }
  if ('day' in cell) {
    return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  }
  const number = Number(cell.number);
  // A float holds 15 digits; what has more stays text so that nothing is lost.
  return cell.number.replace(/\D/g, '').replace(/^0+/, '').length <= 15
    ? { value: number, type: Number, ...(format !== undefined && { format }) }
    : { value: cell.number, type: String };
}

/** XML 1.0 has no place for most control characters. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000);
}

/** A .csv file for Excel; cells that would be taken for formulas are defused with an apostrophe, as OWASP advises. */
export function writeCsv(rows: readonly (readonly string[])[]): Buffer {
  const lines = rows.map((row) =>
    row
      .map((cell) => {
        const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
        return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
      })
      .join(','),
  );
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8');
}
