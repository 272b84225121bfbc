/** A cell by row and column, and the other corner of what is selected. */
export interface Selection {
  row: number;
  column: number;
  toRow: number;
  toColumn: number;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function rangeOf(one: Selection): Range {
  return {
    top: Math.min(one.row, one.toRow),
    bottom: Math.max(one.row, one.toRow),
    left: Math.min(one.column, one.toColumn),
    right: Math.max(one.column, one.toColumn),
  };
}

export function cellAt(row: number, column: number): Selection {
  return { row, column, toRow: row, toColumn: column };
}

const between = (value: number, most: number): number => Math.max(0, Math.min(value, most));

/** Moves the cell, or with `extend` the other corner. */
export function moved(
  from: Selection,
  step: { rows: number; columns: number },
  most: { row: number; column: number },
  extend: boolean,
): Selection {
  if (extend) {
    return {
      ...from,
      toRow: between(from.toRow + step.rows, most.row),
      toColumn: between(from.toColumn + step.columns, most.column),
    };
  }
  return cellAt(between(from.row + step.rows, most.row), between(from.column + step.columns, most.column));
}

/** The cell that Tab leads to: at the end of a row the next row's first. Null beyond the last and before the first. */
export function tabbed(
  from: Selection,
  back: boolean,
  most: { row: number; column: number },
): Selection | null {
  const place = from.row * (most.column + 1) + from.column + (back ? -1 : 1);
  return place < 0 || place > (most.row + 1) * (most.column + 1) - 1
    ? null
    : cellAt(Math.floor(place / (most.column + 1)), place % (most.column + 1));
}
