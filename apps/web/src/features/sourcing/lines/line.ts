import type { Schemas } from '@/api/client';
import { isUnit } from './units';

export const columnNames = [
  'sku',
  'description',
  'specification',
  'quantity',
  'unitCode',
  'targetUnitPrice',
  'hsCode',
  'neededBy',
  'craftCode',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** Columns of figures. */
export const numeric: readonly ColumnName[] = ['quantity', 'targetUnitPrice'];

/** A line as the grid holds it: each cell is text, empty for nothing. `id` is the grid's own. */
export type Line = Readonly<Record<ColumnName, string>> & { readonly id: string };

export type LineFault =
  | 'description'
  | 'quantity'
  | 'quantityForm'
  | 'whole'
  | 'unit'
  | 'unitMissing'
  | 'priceForm'
  | 'hsForm'
  | 'day'
  | 'craft'
  | 'long';
export type LineFaults = Partial<Record<ColumnName, LineFault>>;

const blank: Record<ColumnName, string> = {
  sku: '',
  description: '',
  specification: '',
  quantity: '',
  unitCode: '',
  targetUnitPrice: '',
  hsCode: '',
  neededBy: '',
  craftCode: '',
};

// Lines that were kept on the device come back beside new ones: no two share an id.
const opening = Math.random().toString(36).slice(2, 8);
let lastId = 0;
const nextId = (): string => `${opening}${(lastId += 1)}`;

export function newLine(cells: Partial<Record<ColumnName, string>> = {}): Line {
  return { ...blank, ...cells, id: nextId() };
}

/** The same line with another cell. A unit follows by itself where a line is begun without one. */
export function withCells(line: Line, cells: Partial<Record<ColumnName, string>>): Line {
  const next = { ...line, ...cells };
  return next.unitCode === '' && next.quantity !== '' && line.quantity === '' && cells.unitCode === undefined
    ? { ...next, unitCode: 'C62' }
    : next;
}

export function lineOf(view: Schemas['RequestLineView']): Line {
  return newLine({
    sku: view.sku ?? '',
    description: view.description,
    specification: view.specification ?? '',
    quantity: view.quantity,
    unitCode: view.unitCode,
    targetUnitPrice: view.targetUnitPrice ?? '',
    hsCode: view.hsCode ?? '',
    neededBy: view.neededBy ?? '',
    craftCode: view.craftCode ?? '',
  });
}

export function inputOf(line: Line): Schemas['RequestLineInput'] {
  const orNull = (text: string): string | null => text.trim() || null;
  return {
    sku: orNull(line.sku),
    description: line.description.trim(),
    specification: orNull(line.specification),
    quantity: line.quantity,
    unitCode: line.unitCode,
    targetUnitPrice: orNull(line.targetUnitPrice),
    hsCode: orNull(line.hsCode),
    neededBy: orNull(line.neededBy),
    craftCode: orNull(line.craftCode),
  };
}

export function isBlank(line: Line): boolean {
  return columnNames.every((name) => line[name].trim() === '');
}

/** Lines that say something: rows left empty are not sent. */
export function written(lines: readonly Line[]): Line[] {
  return lines.filter((line) => !isBlank(line));
}

export function sameLines(left: readonly Line[], right: readonly Line[]): boolean {
  if (left === right) {
    return true;
  }
  const [one, other] = [written(left), written(right)];
  return (
    one.length === other.length &&
    one.every((line, index) => {
      const twin = other[index];
      return line === twin || (twin !== undefined && columnNames.every((name) => line[name] === twin[name]));
    })
  );
}

const longest: Partial<Record<ColumnName, number>> = { sku: 60, description: 500, specification: 2000 };
const decimal = (whole: number, places: number): RegExp =>
  new RegExp(`^(0|[1-9]\\d{0,${whole - 1}})(\\.\\d{1,${places}})?$`);
const quantityForm = decimal(12, 3);
const priceForm = decimal(12, 6);
const counted = ['C62', 'PR', 'SET'];

function quantityFault({ quantity, unitCode }: Line): LineFault | undefined {
  if (quantity === '') {
    return 'quantity';
  }
  if (!quantityForm.test(quantity) || !/[1-9]/.test(quantity)) {
    return 'quantityForm';
  }
  return counted.includes(unitCode) && /\.\d*[1-9]/.test(quantity) ? 'whole' : undefined;
}

/** A calendar day that there is. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const known = new WeakMap<Line, LineFaults>();

/** What is wrong with a line, by cell. Kept for as long as the line is, since two thousand are asked at each key. */
export function faultsOf(line: Line, isCraft: (code: string) => boolean): LineFaults {
  const before = known.get(line);
  if (before) {
    return before;
  }
  const faults: LineFaults = {};
  const note = (column: ColumnName, fault: LineFault | false | undefined): void => {
    if (fault) {
      faults[column] = fault;
    }
  };
  if (!isBlank(line)) {
    for (const [column, length] of Object.entries(longest) as [ColumnName, number][]) {
      note(column, line[column].length > length && 'long');
    }
    note('description', line.description.trim() === '' && 'description');
    note('quantity', quantityFault(line));
    note('unitCode', line.unitCode === '' ? 'unitMissing' : !isUnit(line.unitCode) && 'unit');
    note(
      'targetUnitPrice',
      line.targetUnitPrice !== '' &&
        !(priceForm.test(line.targetUnitPrice) && /[1-9]/.test(line.targetUnitPrice)) &&
        'priceForm',
    );
    note('hsCode', line.hsCode !== '' && !/^\d{6}$/.test(line.hsCode) && 'hsForm');
    note('neededBy', line.neededBy !== '' && !isDay(line.neededBy) && 'day');
    note('craftCode', line.craftCode !== '' && !isCraft(line.craftCode) && 'craft');
  }
  known.set(line, faults);
  return faults;
}
