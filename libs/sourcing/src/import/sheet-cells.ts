import { cellAddress, cellText, type CellValue } from '#platform';
import type { MappedColumn, SheetField } from './sheet-headings.js';
import type { RequestSheetResult, SheetFault } from './sheet-result.js';

/** The cells of one row by what they mean, and what is said about them. */
export class RowCells {
  /** Whether an error was noted: then the row makes no line. */
  faulty = false;

  constructor(
    /** Counted from 0. */
    readonly row: number,
    private readonly cells: readonly CellValue[],
    private readonly mapping: readonly MappedColumn[],
    private readonly result: Pick<RequestSheetResult, 'errors' | 'warnings'>,
  ) {}

  has(field: SheetField): boolean {
    return this.mapping.some((one) => one.field === field);
  }

  value(field: SheetField): CellValue {
    const column = this.mapping.find((one) => one.field === field)?.column;
    return column === undefined ? null : (this.cells[column] ?? null);
  }

  /** Printable text of at most so many characters; null where there is none. */
  text(field: SheetField, most: number): string | null {
    // eslint-disable-next-line no-control-regex
    const text = cellText(this.value(field))
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ')
      .trim();
    if (text.length > most) {
      this.fault(field, 'too_long', `This has ${text.length} characters; at most ${most} fit. Shorten it.`);
    }
    return text === '' ? null : text;
  }

  fault(field: SheetField, code: string, detail: string): void {
    this.faulty = true;
    this.result.errors.push(this.at(field, code, detail));
  }

  warn(field: SheetField, code: string, detail: string): void {
    this.result.warnings.push(this.at(field, code, detail));
  }

  private at(field: SheetField, code: string, detail: string): SheetFault {
    const column = this.mapping.find((one) => one.field === field)?.column ?? 0;
    return {
      cell: cellAddress(column, this.row),
      row: this.row + 1,
      column: column + 1,
      field,
      code,
      detail,
      value: cellText(this.value(field)).slice(0, 200),
    };
  }
}
