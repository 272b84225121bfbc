import { type ClipboardEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { readDelimited, writeDelimited } from './delimited';
import {
  cleared,
  copied,
  duplicated,
  filledDown,
  inserted,
  mostLines,
  pasted,
  removed,
  spread,
} from './edits';
import { columnNames, type Line, numeric } from './line';
import { type CellReader, cellText, decimalSignOf } from './read-cell';
import { cellAt, moved, rangeOf, type Selection, tabbed } from './selection';

/** `replace`: typing began it, so arrows leave it. `edit`: F2 or a double click, so arrows move in it. */
export interface Editing {
  row: number;
  column: number;
  text: string;
  mode: 'replace' | 'edit';
}

export interface GridSource {
  lines: readonly Line[];
  editable: boolean;
  reader: CellReader;
  change: (lines: readonly Line[]) => void;
  undo: () => void;
  redo: () => void;
  /** How many rows a page has. */
  page: number;
  /** The element that has the focus while nothing is edited. */
  focus: RefObject<HTMLElement | null>;
}

const lastColumn = columnNames.length - 1;
const steps = {
  down: { rows: 1, columns: 0 },
  up: { rows: -1, columns: 0 },
  right: { rows: 0, columns: 1 },
  left: { rows: 0, columns: -1 },
} as const;

/** Selecting, typing, pasting and what keys do: as in any spreadsheet. */
export function useGrid(source: GridSource) {
  const { lines, editable, reader, change } = source;
  const [selection, setSelection] = useState<Selection>(cellAt(0, 0));
  const [editing, setEditing] = useState<Editing | null>(null);
  // After Escape, Tab leaves the grid instead of going to the next cell.
  const [leaving, setLeaving] = useState(false);
  const most = {
    row: Math.max(0, editable ? Math.min(lines.length, mostLines - 1) : lines.length - 1),
    column: lastColumn,
  };
  // Lines may be fewer than when the cell was chosen.
  const at = moved(selection, { rows: 0, columns: 0 }, most, false);
  const current =
    selection.row === at.row && selection.toRow <= most.row
      ? selection
      : { ...at, toRow: at.row, toColumn: at.column };
  const range = rangeOf(current);
  const select = (next: Selection): void => {
    setLeaving(false);
    setSelection(next);
  };
  const textAt = (): string => {
    const column = columnNames[current.column];
    return column ? cellText(column, lines[current.row]?.[column] ?? '', reader) : '';
  };
  const begin = (mode: Editing['mode'], text = textAt()): void => {
    if (editable) {
      const { row, column } = current;
      setSelection(cellAt(row, column));
      setEditing({ row, column, text, mode });
    }
  };
  /** Writes what was typed into the cell where it was typed, wherever the selection has gone since. */
  const leave = (text: string): void => {
    const column = editing ? columnNames[editing.column] : undefined;
    setEditing(null);
    const before = column ? (lines[editing?.row ?? 0]?.[column] ?? '') : '';
    if (editing && column && text !== cellText(column, before, reader)) {
      change(pasted(lines, editing, [[text]], reader));
    }
  };
  const commit = (text: string, then: 'down' | 'up' | 'right' | 'left' | 'next' | 'back'): void => {
    leave(text);
    const lastRow = Math.min(Math.max(most.row, current.row + 1), mostLines - 1);
    const reach = { ...most, row: lastRow };
    const next =
      then === 'next' || then === 'back'
        ? (tabbed(current, then === 'back', reach) ?? current)
        : moved(current, steps[then], reach, false);
    select(next);
    source.focus.current?.focus({ preventScroll: true });
  };
  const cancel = (): void => {
    setEditing(null);
    source.focus.current?.focus({ preventScroll: true });
  };
  const rows = {
    insert: (): void => change(inserted(lines, current.row)),
    duplicate: (): void => change(duplicated(lines, range)),
    remove: (): void => change(removed(lines, range)),
  };
  const move = (rowStep: number, columnStep: number, extend: boolean): void =>
    select(moved(current, { rows: rowStep, columns: columnStep }, most, extend));

  const withControl = (event: KeyboardEvent): (() => void) | null => {
    const edits: Record<string, () => void> = {
      z: event.shiftKey ? source.redo : source.undo,
      y: source.redo,
      d: event.shiftKey ? rows.duplicate : () => change(filledDown(lines, range)),
      enter: rows.insert,
      backspace: rows.remove,
      delete: rows.remove,
    };
    const moves: Record<string, () => void> = {
      a: () => select({ row: 0, column: 0, toRow: Math.max(0, lines.length - 1), toColumn: lastColumn }),
      home: () => select(moved(current, { rows: -mostLines, columns: -lastColumn }, most, event.shiftKey)),
      end: () => select(moved(current, { rows: mostLines, columns: lastColumn }, most, event.shiftKey)),
      arrowdown: () => move(mostLines, 0, event.shiftKey),
      arrowup: () => move(-mostLines, 0, event.shiftKey),
      arrowright: () => move(0, lastColumn, event.shiftKey),
      arrowleft: () => move(0, -lastColumn, event.shiftKey),
    };
    const key = event.key.toLowerCase();
    return moves[key] ?? (editable ? (edits[key] ?? null) : null);
  };
  const withoutControl = (event: KeyboardEvent): (() => void) | null => {
    const extend = event.shiftKey;
    const moves: Record<string, () => void> = {
      ArrowDown: () => move(1, 0, extend),
      ArrowUp: () => move(-1, 0, extend),
      ArrowRight: () => move(0, 1, extend),
      ArrowLeft: () => move(0, -1, extend),
      PageDown: () => move(source.page, 0, extend),
      PageUp: () => move(-source.page, 0, extend),
      Home: () => move(0, -lastColumn, extend),
      End: () => move(0, lastColumn, extend),
      Escape: () => setLeaving(true),
    };
    const edits: Record<string, () => void> = {
      Enter: () => begin('edit'),
      F2: () => begin('edit'),
      Delete: () => change(cleared(lines, range)),
      Backspace: () => change(cleared(lines, range)),
    };
    if (editable && event.key.length === 1 && !event.altKey) {
      return () => begin('replace', event.key);
    }
    return moves[event.key] ?? (editable ? (edits[event.key] ?? null) : null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') {
      const next = leaving || !editable ? null : tabbed(current, event.shiftKey, most);
      if (next) {
        event.preventDefault();
        select(next);
      }
      return;
    }
    const act = event.ctrlKey || event.metaKey ? withControl(event) : withoutControl(event);
    if (act) {
      event.preventDefault();
      act();
    }
  };
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeDelimited(copied(lines, range, reader)));
    if (event.type === 'cut' && editable) {
      change(cleared(lines, range));
    }
  };
  /** Says how many rows had no room. */
  const onPaste = (event: ClipboardEvent): number => {
    const cells = readDelimited(event.clipboardData.getData('text/plain'));
    if (!editable || cells.length === 0) {
      return 0;
    }
    event.preventDefault();
    const wide = spread(cells, range);
    const numbers = wide.flatMap((row) =>
      row.filter((_, right) => numeric.includes(columnNames[range.left + right] ?? 'sku')),
    );
    const sign = decimalSignOf(numbers, reader.decimalSign);
    change(pasted(lines, { row: range.top, column: range.left }, wide, { ...reader, decimalSign: sign }));
    select({
      row: range.top,
      column: range.left,
      toRow: Math.min(range.top + wide.length, mostLines) - 1,
      toColumn: Math.min(range.left + (wide[0]?.length ?? 1) - 1, lastColumn),
    });
    return Math.max(0, range.top + wide.length - mostLines);
  };
  return {
    selection: current,
    range,
    editing,
    leaving,
    select,
    begin,
    leave,
    commit,
    cancel,
    rows,
    onKeyDown,
    onCopy,
    onPaste,
  };
}

export type Grid = ReturnType<typeof useGrid>;
