import { type CellValue, isExactNumber } from '#platform';
import type { RowCells } from './sheet-cells.js';
import type { Conventions } from './sheet-conventions.js';
import { decimalOf, type DecimalSign, provenSign, writtenNumber } from './sheet-numbers.js';

type DecimalField = 'quantity' | 'targetUnitPrice';

/** An exact decimal, or null after saying what is wrong. */
export function readDecimal(
  cells: RowCells,
  field: DecimalField,
  value: CellValue,
  conventions: Conventions,
): string | null {
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
    cells.fault(field, 'number_unreadable', 'This is no number. Write digits, such as 1200 or 12.5.');
    return null;
  }
  const { digits } = written;
  const sign = conventions.sign[field] ?? provenSign(digits);
  if (sign === null && /[.,]/.test(digits)) {
    return readAmbiguous(cells, field, digits);
  }
  const decimal = decimalOf(digits, sign ?? '.');
  if (decimal === null) {
    cells.fault(
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
function readAmbiguous(cells: RowCells, field: DecimalField, digits: string): string | null {
  const sign: DecimalSign = field === 'quantity' ? (digits.includes(',') ? '.' : ',') : '.';
  const decimal = decimalOf(digits, sign);
  if (decimal === null) {
    cells.fault(field, 'number_unreadable', 'This is no number. Write digits, such as 1200 or 12.5.');
    return null;
  }
  cells.warn(
    field,
    'number_ambiguous',
    `“${digits}” was read as ${decimal}. Write it without grouping if that is wrong.`,
  );
  return decimal;
}
