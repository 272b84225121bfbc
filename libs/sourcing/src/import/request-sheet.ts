import { cellAddress, cellText, type CellValue, type SheetGrid } from '#platform';
import { RowCells } from './sheet-cells.js';
import { conventionsOf } from './sheet-conventions.js';
import { type ColumnMapping, findHeadings, type MappedColumn, type SheetField } from './sheet-headings.js';
import type { RequestSheetResult } from './sheet-result.js';
import { readRow } from './sheet-row.js';

export interface RequestSheetOptions {
  /** `en` writes 1,234.5 and 12/31, `de` 1.234,5 and 31/12; by default the sheet itself decides. */
  locale?: 'auto' | 'en' | 'de';
  /** Columns as a person corrected them. */
  mapping?: ColumnMapping;
}

export const mostLines = 2_000;
// "Total", "Grand total (EUR)", "Gesamtsumme", "Zwischensumme", "Total général": words of adding up and nothing else.
const totals =
  /^(?:(?:grand|sub|netto|brutto|net|the|overall|montant|importe|valor|gesamt|zwischen|end|total|totals|totale|sum|summe|insgesamt|suma|somme|soma|totaal|general|geral|order|quantity|qty|amount|value|price|pieces|pcs|units|menge|cantidad|quantite|eur|usd|gbp|of|de|la)[\s:.=()/-]*)+$/i;
const addsUp = /tot|sum|gesamt|soma|somme/i;

/** Reads the lines of a bulk request from whatever a buyer's spreadsheet looks like. Never throws for what is in it. */
export function readRequestLines(grid: SheetGrid, options: RequestSheetOptions = {}): RequestSheetResult {
  const found = findHeadings(grid.rows);
  const result: RequestSheetResult = {
    headingRow: found === null ? null : found.row + 1,
    mapping: found?.mapping ?? [],
    lines: [],
    errors: [],
    warnings: [],
    ignoredColumns: [],
    skippedRows: [],
  };
  if (!found) {
    result.errors.push({
      cell: 'A1',
      row: 1,
      column: 1,
      field: null,
      code: 'headings_missing',
      value: '',
      detail: `No row of headings was found in “${grid.sheetName.slice(0, 100)}”, the first sheet that is not empty. Name at least the columns “Description” and “Quantity”, or begin with the template.`,
    });
    return result;
  }
  const mapping = corrected(found.mapping, options.mapping, grid.rows[found.row] ?? []);
  result.mapping = mapping;
  result.ignoredColumns = (grid.rows[found.row] ?? []).flatMap((cell, column) =>
    cellText(cell) !== '' && !mapping.some((one) => one.column === column)
      ? [{ column, heading: cellText(cell) }]
      : [],
  );
  const conventions = conventionsOf(grid, found.row, mapping, options.locale ?? 'auto');
  for (let row = found.row + 1; row < grid.rows.length; row += 1) {
    const cells = grid.rows[row] ?? [];
    const mapped = mapping.map(({ column }) => cellText(cells[column] ?? null));
    if (mapped.every((text) => text === '')) {
      result.skippedRows.push({ row: row + 1, reason: 'empty' });
    } else if (isTotalRow(cells, mapping)) {
      result.skippedRows.push({ row: row + 1, reason: 'total' });
    } else {
      readRow(new RowCells(row, cells, mapping, result), conventions, result.lines);
    }
  }
  while (result.skippedRows.at(-1)?.reason === 'empty') {
    result.skippedRows.pop();
  }
  warnOfRepetitions(result, mapping);
  const tooMany = result.lines[mostLines];
  if (tooMany) {
    result.errors.push({
      cell: `A${tooMany.rowNumber}`,
      row: tooMany.rowNumber,
      column: 1,
      field: null,
      code: 'too_many_lines',
      value: '',
      detail: `A request has at most ${mostLines} lines; this sheet has ${result.lines.length}. Split it into several requests.`,
    });
  }
  if (result.lines.length === 0 && result.errors.length === 0) {
    result.errors.push({
      cell: `A${found.row + 2}`,
      row: found.row + 2,
      column: 1,
      field: null,
      code: 'lines_missing',
      value: '',
      detail: 'There are headings and no lines below them.',
    });
  }
  return result;
}

function corrected(
  found: MappedColumn[],
  wanted: ColumnMapping | undefined,
  headings: readonly CellValue[],
): MappedColumn[] {
  if (!wanted) {
    return found;
  }
  return (Object.entries(wanted) as [SheetField, number][])
    .map(([field, column]) => ({ field, column, heading: cellText(headings[column] ?? null) }))
    .sort((left, right) => left.column - right.column);
}

/** "Total" where an article or its description would be, and nothing that names goods. */
function isTotalRow(cells: readonly CellValue[], mapping: readonly MappedColumn[]): boolean {
  const text = (field: SheetField): string => {
    const column = mapping.find((one) => one.field === field)?.column;
    return column === undefined ? '' : cellText(cells[column] ?? null);
  };
  const named = [text('sku'), text('description')].filter((one) => one !== '');
  const first = cells.map(cellText).find((one) => one !== '') ?? '';
  return (named.length === 0 ? [first] : named).every(saysTotal);
}

function saysTotal(text: string): boolean {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return totals.test(plain) && addsUp.test(plain);
}

function warnOfRepetitions(result: RequestSheetResult, mapping: readonly MappedColumn[]): void {
  const column = mapping.find((one) => one.field === 'sku')?.column;
  if (column === undefined) {
    return;
  }
  const first = new Map<string, number>();
  for (const line of result.lines) {
    const before = line.sku === null ? undefined : first.get(line.sku);
    if (before !== undefined && line.sku !== null) {
      result.warnings.push({
        cell: cellAddress(column, line.rowNumber - 1),
        row: line.rowNumber,
        column: column + 1,
        field: 'sku',
        code: 'sku_repeated',
        detail: `The same article stands in row ${before}. Both lines are kept.`,
        value: line.sku,
      });
    } else if (line.sku !== null) {
      first.set(line.sku, line.rowNumber);
    }
  }
}
