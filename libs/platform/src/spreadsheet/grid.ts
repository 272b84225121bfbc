/** A number as the file has it: exact decimal text, since a cell that is a number needs no guess about commas. */
export interface ExactNumber {
  exact: string;
}

export type CellValue = string | ExactNumber | boolean | Date | null;

/** The cells of a sheet from A1 on; rows may differ in length. */
export interface SheetGrid {
  sheetName: string;
  rows: readonly (readonly CellValue[])[];
  /** What parted the cells of a .csv file: a semicolon tells of decimal commas. */
  separator?: string;
}

/** `C7` of column 2, row 6, both counted from 0. */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

export function isExactNumber(value: CellValue): value is ExactNumber {
  return typeof value === 'object' && value !== null && 'exact' in value;
}

/** A cell as a person reads it. */
export function cellText(value: CellValue): string {
  if (value === null) {
    return '';
  }
  if (value instanceof Date) {
    return value.toISOString().slice(0, 10);
  }
  return (isExactNumber(value) ? value.exact : String(value)).trim();
}
