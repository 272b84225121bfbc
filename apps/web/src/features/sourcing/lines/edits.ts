import { type ColumnName, columnNames, type Line, newLine, withCells } from './line';
import { type CellReader, cellText, readCell } from './read-cell';
import type { Range } from './selection';

export const mostLines = 2_000;

type Lines = readonly Line[];

/** Lines up to and with this row, made where they are not there yet. */
function reaching(lines: Lines, row: number): Line[] {
  const more = Math.max(0, Math.min(row + 1, mostLines) - lines.length);
  return [...lines, ...Array.from({ length: more }, () => newLine())];
}

/** Writes texts from a cell on to the right and down; rows are added for what reaches further. */
export function pasted(
  lines: Lines,
  at: { row: number; column: number },
  cells: readonly (readonly string[])[],
  reader: CellReader,
): Line[] {
  const next = reaching(lines, at.row + cells.length - 1);
  cells.forEach((texts, down) => {
    const line = next[at.row + down];
    if (line) {
      const changes: Partial<Record<ColumnName, string>> = {};
      texts.forEach((text, right) => {
        const column = columnNames[at.column + right];
        if (column) {
          changes[column] = readCell(column, text, reader);
        }
      });
      next[at.row + down] = withCells(line, changes);
    }
  });
  return next;
}

/** The same texts all over a range, as Excel does when what is pasted fits into it a whole number of times. */
export function spread(cells: readonly (readonly string[])[], range: Range): string[][] {
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  const [rows, columns] = [cells.length, Math.max(...cells.map((row) => row.length))];
  const fits = height % rows === 0 && width % columns === 0;
  return Array.from({ length: fits ? height : rows }, (_, row) =>
    Array.from(
      { length: fits ? width : columns },
      (__, column) => cells[row % rows]?.[column % columns] ?? '',
    ),
  );
}

/** As the reader's own spreadsheet takes figures: a German one would make a month of 1.5. */
export function copied(lines: Lines, range: Range, reader: Pick<CellReader, 'decimalSign'>): string[][] {
  const columns = columnNames.slice(range.left, range.right + 1);
  return lines
    .slice(range.top, range.bottom + 1)
    .map((line) => columns.map((column) => cellText(column, line[column], reader)));
}

export function cleared(lines: Lines, range: Range): Line[] {
  const empty = Object.fromEntries(
    columnNames.slice(range.left, range.right + 1).map((column) => [column, '']),
  ) as Partial<Record<ColumnName, string>>;
  return lines.map((line, row) => (row >= range.top && row <= range.bottom ? { ...line, ...empty } : line));
}

/** The first row of a range all the way down it. */
export function filledDown(lines: Lines, range: Range): Line[] {
  const first = lines[range.top];
  if (!first) {
    return [...lines];
  }
  const cells = Object.fromEntries(
    columnNames.slice(range.left, range.right + 1).map((column) => [column, first[column]]),
  ) as Partial<Record<ColumnName, string>>;
  return lines.map((line, row) => (row > range.top && row <= range.bottom ? { ...line, ...cells } : line));
}

export function inserted(lines: Lines, row: number): Line[] {
  return lines.length >= mostLines ? [...lines] : [...lines.slice(0, row), newLine(), ...lines.slice(row)];
}

export function removed(lines: Lines, range: Range): Line[] {
  return lines.filter((_, row) => row < range.top || row > range.bottom);
}

export function duplicated(lines: Lines, range: Range): Line[] {
  const copies = lines.slice(range.top, range.bottom + 1).map((line) => newLine(line));
  return [...lines.slice(0, range.bottom + 1), ...copies, ...lines.slice(range.bottom + 1)].slice(
    0,
    mostLines,
  );
}
