import type { CellValue, SheetGrid } from '#platform';
import { type DayOrder, orderOfColumn } from './sheet-days.js';
import type { MappedColumn, SheetField } from './sheet-headings.js';
import { type DecimalSign, signOfColumn, withoutCurrency, writtenNumber } from './sheet-numbers.js';

/** How a sheet writes its numbers and days. */
export interface Conventions {
  sign: Partial<Record<SheetField, DecimalSign>>;
  dayOrder: DayOrder | null;
}

/** Decides by the whole column, then by the sheet's other numbers, then by the file, then by habit. */
export function conventionsOf(
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
