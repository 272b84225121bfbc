import type { MappedColumn, SheetField } from './sheet-headings.js';

/** A line as the sheet has it; decimals are exact text. */
export interface SheetLine {
  rowNumber: number;
  sku: string | null;
  description: string;
  specification: string | null;
  quantity: string;
  unitCode: string;
  targetUnitPrice: string | null;
  hsCode: string | null;
  /** `yyyy-mm-dd` */
  neededBy: string | null;
  requiredCraft: string | null;
}

/** What is wrong or doubtful at one cell, and how to mend it. */
export interface SheetFault {
  cell: string;
  row: number;
  column: number;
  field: SheetField | null;
  code: string;
  detail: string;
  value: string;
}

export interface RequestSheetResult {
  /** Row of the headings, counted from 1; null when none was found. */
  headingRow: number | null;
  mapping: MappedColumn[];
  lines: SheetLine[];
  errors: SheetFault[];
  warnings: SheetFault[];
  ignoredColumns: { column: number; heading: string }[];
  skippedRows: { row: number; reason: 'empty' | 'total' }[];
}
