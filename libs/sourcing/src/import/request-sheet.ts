import {
  cellAddress,
  cellText,
  type CellValue,
  exact,
  isExactNumber,
  nearUnits,
  type SheetGrid,
  unitFromText,
} from '#platform';
import { dayOf, type DayOrder, orderOfColumn } from './sheet-days.js';
import { type ColumnMapping, findHeadings, type MappedColumn, type SheetField } from './sheet-headings.js';
import {
  currencyIn,
  decimalOf,
  type DecimalSign,
  provenSign,
  signOfColumn,
  withoutCurrency,
  writtenNumber,
} from './sheet-numbers.js';

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

export interface RequestSheetOptions {
  /** `en` writes 1,234.5 and 12/31, `de` 1.234,5 and 31/12; by default the sheet itself decides. */
  locale?: 'auto' | 'en' | 'de';
  /** Columns as a person corrected them. */
  mapping?: ColumnMapping;
}

export const mostLines = 2_000;
const totals = /^(grand |sub)?(total|totals|sum|summe|gesamt|suma|somme|soma|totaal)\b/i;

interface Conventions {
  sign: Partial<Record<SheetField, DecimalSign>>;
  dayOrder: DayOrder | null;
}

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
      detail:
        'No row of headings was found. Name at least the columns “Description” and “Quantity”, or begin with the template.',
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
      new RowReader(row, cells, mapping, conventions, result).read();
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
  return named.length === 0
    ? totals.test(first)
    : named.every((one) => totals.test(one)) && named.join(' ').length < 30;
}

/** Decides by the whole column, then by the sheet's other numbers, then by the file, then by habit. */
function conventionsOf(
  grid: SheetGrid,
  headingRow: number,
  mapping: readonly MappedColumn[],
  locale: 'auto' | 'en' | 'de',
): Conventions {
  const column = (field: SheetField): CellValue[] => {
    const at = mapping.find((one) => one.field === field)?.column;
    return at === undefined ? [] : grid.rows.slice(headingRow + 1).map((row) => row[at] ?? null);
  };
  const numbers = (field: SheetField): string[] =>
    column(field)
      .flatMap((cell) =>
        typeof cell === 'string' ? [writtenNumber(withoutCurrency(cell))?.digits ?? ''] : [],
      )
      .filter((digits) => digits !== '');
  const fields = ['quantity', 'targetUnitPrice'] as const;
  const proven = fields.map((field) => signOfColumn(numbers(field)));
  const known =
    proven.find((sign): sign is DecimalSign => sign === '.' || sign === ',') ??
    (grid.separator === ';' ? ',' : undefined);
  const sign: Conventions['sign'] = {};
  for (const [at, field] of fields.entries()) {
    const own = proven[at];
    const chosen =
      locale === 'en'
        ? '.'
        : locale === 'de'
          ? ','
          : own === '.' || own === ','
            ? own
            : own === 'mixed'
              ? undefined
              : known;
    if (chosen) {
      sign[field] = chosen;
    }
  }
  const order = orderOfColumn(column('neededBy').filter((cell): cell is string => typeof cell === 'string'));
  const dayOrder =
    locale === 'de' ? 'day-first' : locale === 'en' ? 'month-first' : order === 'mixed' ? null : order;
  return { sign, dayOrder };
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

/** One row: either a line, or at least one error. */
class RowReader {
  private faulty = false;

  constructor(
    private readonly row: number,
    private readonly cells: readonly CellValue[],
    private readonly mapping: readonly MappedColumn[],
    private readonly conventions: Conventions,
    private readonly result: RequestSheetResult,
  ) {}

  read(): void {
    const { quantity, unitInCell } = this.quantity();
    const line = {
      rowNumber: this.row + 1,
      sku: this.text('sku', 60),
      description: this.description(),
      specification: this.text('specification', 2000),
      quantity,
      unitCode: this.unit(unitInCell),
      targetUnitPrice: this.price(),
      hsCode: this.hsCode(),
      neededBy: this.neededBy(),
      requiredCraft: this.text('requiredCraft', 60),
    };
    if (!this.faulty) {
      this.result.lines.push(line);
    }
  }

  private value(field: SheetField): CellValue {
    const column = this.mapping.find((one) => one.field === field)?.column;
    return column === undefined ? null : (this.cells[column] ?? null);
  }

  private fault(field: SheetField, code: string, detail: string): void {
    this.faulty = true;
    this.result.errors.push(this.at(field, code, detail));
  }

  private warn(field: SheetField, code: string, detail: string): void {
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

  private text(field: SheetField, most: number): string | null {
    // eslint-disable-next-line no-control-regex
    const text = cellText(this.value(field))
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ')
      .trim();
    if (text.length > most) {
      this.fault(field, 'too_long', `This has ${text.length} characters; at most ${most} fit. Shorten it.`);
    }
    return text === '' ? null : text;
  }

  private description(): string {
    const hasColumn = this.mapping.some((one) => one.field === 'description');
    const text = this.text(hasColumn ? 'description' : 'sku', 500);
    if (text === null) {
      this.fault('description', 'description_missing', 'Say what is to be made.');
    }
    return text ?? '';
  }

  private quantity(): { quantity: string; unitInCell: string | null } {
    const value = this.value('quantity');
    if (cellText(value) === '') {
      this.fault('quantity', 'quantity_missing', 'Say how many or how much.');
      return { quantity: '0', unitInCell: null };
    }
    const written = typeof value === 'string' ? writtenNumber(value) : null;
    const quantity = this.decimal('quantity', value);
    if (quantity === null) {
      return { quantity: '0', unitInCell: null };
    }
    if (exact(quantity).lte(0)) {
      this.fault('quantity', 'quantity_not_positive', 'A quantity is more than zero.');
    } else if (exact(quantity).decimalPlaces() > 3) {
      this.fault(
        'quantity',
        'quantity_too_fine',
        'A quantity has at most three digits after the point. Round it.',
      );
    } else if (exact(quantity).gte('1e12')) {
      this.fault('quantity', 'quantity_too_large', 'This is more than can be ordered. Check the number.');
    }
    return { quantity, unitInCell: written?.after || null };
  }

  private unit(inCell: string | null): string {
    const own = cellText(this.value('unit'));
    const text = own !== '' ? own : inCell;
    if (text === null) {
      // Craft goods are counted unless something else is said.
      return 'C62';
    }
    const code = unitFromText(text);
    if (code === null) {
      const near = nearUnits(text);
      this.fault(
        own !== '' ? 'unit' : 'quantity',
        'unit_unknown',
        `“${text.slice(0, 40)}” is no unit that is known here.${near.length > 0 ? ` Perhaps ${near.join(', ')}?` : ' Write for example pieces, pairs, sets, m, kg.'}`,
      );
    }
    return code ?? 'C62';
  }

  private price(): string | null {
    const value = this.value('targetUnitPrice');
    const text = cellText(value);
    if (text === '' || /^(-|–|n\/?a|tbd|open)$/i.test(text)) {
      return null;
    }
    const price = this.decimal('targetUnitPrice', typeof value === 'string' ? withoutCurrency(value) : value);
    if (price === null) {
      return null;
    }
    if (exact(price).lte(0)) {
      this.fault(
        'targetUnitPrice',
        'price_not_positive',
        'A price is more than zero. Leave the cell empty where there is none.',
      );
    } else if (exact(price).decimalPlaces() > 6) {
      this.fault(
        'targetUnitPrice',
        'price_too_fine',
        'A price has at most six digits after the point. Round it.',
      );
    } else if (exact(price).gte('1e12')) {
      this.fault(
        'targetUnitPrice',
        'price_too_large',
        'This price is too large to be right. Check the number.',
      );
    }
    const currency = typeof value === 'string' ? currencyIn(value) : null;
    if (currency !== null) {
      this.warn(
        'targetUnitPrice',
        'currency_in_price',
        `The price names ${currency}. It is taken in the currency of the request.`,
      );
    }
    return price;
  }

  /** An exact decimal, or null after saying what is wrong. */
  private decimal(field: 'quantity' | 'targetUnitPrice', value: CellValue): string | null {
    if (isExactNumber(value)) {
      return value.exact;
    }
    const written = typeof value === 'string' ? writtenNumber(value) : null;
    if (
      !written ||
      (field === 'quantity' &&
        written.before !== '' &&
        !/^(approx|ca|c|circa|~|about|min|max)\.?$/i.test(written.before))
    ) {
      this.fault(field, 'number_unreadable', 'This is no number. Write digits, such as 1200 or 12.5.');
      return null;
    }
    const { digits } = written;
    const sign = this.conventions.sign[field] ?? provenSign(digits);
    if (sign === null && /[.,]/.test(digits)) {
      return this.ambiguous(field, digits);
    }
    const decimal = decimalOf(digits, sign ?? '.');
    if (decimal === null) {
      this.fault(
        field,
        'number_ambiguous',
        `“${digits}” is written unlike the other numbers of its column. Write it without grouping.`,
      );
    }
    return decimal;
  }

  /**
   * 1,234 or 1.234 with nothing in the sheet to decide. A quantity of pieces groups thousands; a price follows English habit. Both
   * are said, never silent.
   */
  private ambiguous(field: 'quantity' | 'targetUnitPrice', digits: string): string | null {
    const sign: DecimalSign = field === 'quantity' ? (digits.includes(',') ? '.' : ',') : '.';
    const decimal = decimalOf(digits, sign);
    if (decimal === null) {
      this.fault(field, 'number_unreadable', 'This is no number. Write digits, such as 1200 or 12.5.');
      return null;
    }
    this.warn(
      field,
      'number_ambiguous',
      `“${digits}” was read as ${decimal}. Write it without grouping if that is wrong.`,
    );
    return decimal;
  }

  private hsCode(): string | null {
    const text = cellText(this.value('hsCode'));
    if (text === '') {
      return null;
    }
    const digits = text.replace(/[.\s-]/g, '');
    if (!/^\d{6}(\d{2}|\d{4})?$/.test(digits)) {
      this.fault(
        'hsCode',
        'hs_code_wrong',
        'A code of the Harmonized System has six digits, such as 4602.19.',
      );
      return null;
    }
    return digits.slice(0, 6);
  }

  private neededBy(): string | null {
    const value = this.value('neededBy');
    const text = cellText(value);
    if (text === '') {
      return null;
    }
    if (value instanceof Date) {
      return text;
    }
    const read = typeof value === 'string' ? dayOf(value, this.conventions.dayOrder) : null;
    if (read === 'ambiguous') {
      this.fault(
        'neededBy',
        'day_ambiguous',
        'Day and month could change places. Write the day as 2027-03-31.',
      );
      return null;
    }
    if (read === null) {
      this.fault('neededBy', 'day_unreadable', 'This is no day of the calendar. Write it as 2027-03-31.');
    }
    return read?.day ?? null;
  }
}
