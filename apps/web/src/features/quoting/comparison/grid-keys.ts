import type { KeyboardEvent } from 'react';

interface Place {
  /** -1 is the row of heads. */
  row: number;
  column: number;
}

/** Where a key leads in a grid; null for keys that mean nothing there. */
export function moved(
  from: Place,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  size: { rows: number; columns: number; page: number },
): Place | null {
  const far = event.ctrlKey || event.metaKey;
  const to = (row: number, column: number): Place => ({
    row: Math.max(-1, Math.min(size.rows - 1, row)),
    column: Math.max(0, Math.min(size.columns - 1, column)),
  });
  switch (event.key) {
    case 'ArrowDown':
      return to(far ? size.rows - 1 : from.row + 1, from.column);
    case 'ArrowUp':
      return to(far ? -1 : from.row - 1, from.column);
    case 'ArrowRight':
      return to(from.row, far ? size.columns - 1 : from.column + 1);
    case 'ArrowLeft':
      return to(from.row, far ? 0 : from.column - 1);
    case 'PageDown':
      return to(from.row + size.page, from.column);
    case 'PageUp':
      return to(Math.max(0, from.row - size.page), from.column);
    case 'Home':
      return to(far ? -1 : from.row, 0);
    case 'End':
      return to(far ? size.rows - 1 : from.row, size.columns - 1);
    default:
      return null;
  }
}
