import { cellText, exact, nearUnits, unitFromText } from '#platform';
import type { RowCells } from './sheet-cells.js';
import type { Conventions } from './sheet-conventions.js';
import { dayOf, dayOfSerial } from './sheet-days.js';
import { readDecimal } from './sheet-decimals.js';
import { currencyIn, withoutCurrency, writtenNumber } from './sheet-numbers.js';
import type { SheetLine } from './sheet-result.js';

/** One row: either a line, or at least one error. */
export function readRow(cells: RowCells, conventions: Conventions, lines: SheetLine[]): void {
  const { quantity, unitInCell } = readQuantity(cells, conventions);
  const unitCode = readUnit(cells, unitInCell);
  const line = {
    rowNumber: cells.row + 1,
    sku: cells.text('sku', 60),
    description: readDescription(cells),
    specification: cells.text('specification', 2000),
    quantity,
    unitCode,
    targetUnitPrice: readPrice(cells, unitCode, conventions),
    hsCode: readHsCode(cells),
    neededBy: readNeededBy(cells, conventions),
    requiredCraft: cells.text('requiredCraft', 60),
  };
  if (!cells.faulty) {
    lines.push(line);
  }
}

function readDescription(cells: RowCells): string {
  const hasColumn = cells.has('description');
  const text = cells.text(hasColumn ? 'description' : 'sku', 500);
  if (text === null) {
    cells.fault('description', 'description_missing', 'Say what is to be made.');
  }
  return text ?? '';
}

function readQuantity(
  cells: RowCells,
  conventions: Conventions,
): { quantity: string; unitInCell: string | null } {
  const value = cells.value('quantity');
  if (cellText(value) === '') {
    cells.fault('quantity', 'quantity_missing', 'Say how many or how much.');
    return { quantity: '0', unitInCell: null };
  }
  const written = typeof value === 'string' ? writtenNumber(value) : null;
  const quantity = readDecimal(cells, 'quantity', value, conventions);
  if (quantity === null) {
    return { quantity: '0', unitInCell: null };
  }
  if (exact(quantity).lte(0)) {
    cells.fault('quantity', 'quantity_not_positive', 'A quantity is more than zero.');
  } else if (exact(quantity).decimalPlaces() > 3) {
    cells.fault(
      'quantity',
      'quantity_too_fine',
      'A quantity has at most three digits after the point. Round it.',
    );
  } else if (exact(quantity).gte('1e12')) {
    cells.fault('quantity', 'quantity_too_large', 'This is more than can be ordered. Check the number.');
  }
  return { quantity, unitInCell: written?.after || null };
}

function readUnit(cells: RowCells, inCell: string | null): string {
  const own = cellText(cells.value('unit'));
  const code = own === '' ? null : unitNamed(cells, 'unit', own);
  const besideNumber = inCell === null ? null : unitNamed(cells, 'quantity', inCell);
  if (code !== null && besideNumber !== null && code !== besideNumber) {
    cells.fault(
      'quantity',
      'unit_contradicted',
      'The quantity names another unit than the column of units. Leave one of them.',
    );
  }
  // Craft goods are counted unless something else is said.
  return code ?? besideNumber ?? 'C62';
}

/** A unit's code, or null after saying that there is none such. */
function unitNamed(cells: RowCells, field: 'unit' | 'quantity', text: string): string | null {
  const code = unitFromText(text);
  if (code === null) {
    const near = nearUnits(text);
    cells.fault(
      field,
      'unit_unknown',
      `“${text.slice(0, 40)}” is no unit that is known here.${near.length > 0 ? ` Perhaps ${near.join(', ')}?` : ' Write for example pieces, pairs, sets, m, kg.'}`,
    );
  }
  return code;
}

/** The price of one unit: "4.50 per dozen" is none where pieces are asked for. */
function readPrice(cells: RowCells, unitCode: string, conventions: Conventions): string | null {
  const value = cells.value('targetUnitPrice');
  const text = cellText(value);
  if (text === '' || /^(-|–|n\/?a|tbd|open)$/i.test(text)) {
    return null;
  }
  const price = readDecimal(
    cells,
    'targetUnitPrice',
    typeof value === 'string' ? withoutCurrency(value) : value,
    conventions,
  );
  if (price === null) {
    return null;
  }
  const after = typeof value === 'string' ? (writtenNumber(withoutCurrency(value))?.after ?? '') : '';
  if (!isOfOneUnit(after, unitCode)) {
    cells.fault(
      'targetUnitPrice',
      'price_unreadable',
      `“${after.slice(0, 40)}” does not belong to a price of one unit. Write the price of one unit alone.`,
    );
  }
  if (exact(price).lte(0)) {
    cells.fault(
      'targetUnitPrice',
      'price_not_positive',
      'A price is more than zero. Leave the cell empty where there is none.',
    );
  } else if (exact(price).decimalPlaces() > 6) {
    cells.fault(
      'targetUnitPrice',
      'price_too_fine',
      'A price has at most six digits after the point. Round it.',
    );
  } else if (exact(price).gte('1e12')) {
    cells.fault(
      'targetUnitPrice',
      'price_too_large',
      'This price is too large to be right. Check the number.',
    );
  }
  const currency = typeof value === 'string' ? currencyIn(value) : null;
  if (currency !== null) {
    cells.warn(
      'targetUnitPrice',
      'currency_in_price',
      `The price names ${currency}. It is taken in the currency of the request.`,
    );
  }
  return price;
}

/** Whether what stands after a price says no more than "for one": nothing, "5,-", "each", or "/ pc" where pieces are asked for. */
function isOfOneUnit(after: string, unitCode: string): boolean {
  const unit = after.replace(/^(?:[-–—.]+|\/|(?:per|each|pro|par|por|je|la|le)\b)\s*/i, '');
  return unit === '' || unitFromText(unit) === unitCode;
}

function readHsCode(cells: RowCells): string | null {
  const text = cellText(cells.value('hsCode'));
  if (text === '') {
    return null;
  }
  const digits = text.replace(/[.\s-]/g, '');
  if (!/^\d{6}(\d{2}|\d{4})?$/.test(digits)) {
    cells.fault(
      'hsCode',
      'hs_code_wrong',
      'A code of the Harmonized System has six digits, such as 4602.19.',
    );
    return null;
  }
  return digits.slice(0, 6);
}

function readNeededBy(cells: RowCells, conventions: Conventions): string | null {
  const value = cells.value('neededBy');
  const text = cellText(value);
  if (text === '') {
    return null;
  }
  if (value instanceof Date) {
    return text;
  }
  const fromSerial = dayOfSerial(text);
  if (fromSerial !== null) {
    cells.warn(
      'neededBy',
      'day_from_number',
      `${text} was read as ${fromSerial}, as spreadsheets count days.`,
    );
    return fromSerial;
  }
  const read = typeof value === 'string' ? dayOf(value, conventions.dayOrder) : null;
  if (read === 'ambiguous') {
    cells.fault(
      'neededBy',
      'day_ambiguous',
      'Day and month could change places. Write the day as 2027-03-31.',
    );
    return null;
  }
  if (read === null) {
    cells.fault('neededBy', 'day_unreadable', 'This is no day of the calendar. Write it as 2027-03-31.');
  }
  return read?.day ?? null;
}
