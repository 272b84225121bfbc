import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CellEditor, type Choice } from './cell-editor';
import { useCellWords, useFaultWords } from './cell-words';
import { mostLines } from './edits';
import { cellId, GridRow, rowHeight } from './grid-row';
import { columnNames, faultsOf, type Line, numeric } from './line';
import type { Refused } from './line-book';
import styles from './line-grid.module.css';
import type { CellReader } from './read-cell';
import { cellAt } from './selection';
import { unitCodes } from './units';
import { type Grid, useGrid } from './use-grid';

const headHeight = 34;

/** The lines as a spreadsheet: keys, paste, undo. Without `change` it can be read and copied from. */
export function LineGrid(props: {
  lines: readonly Line[];
  reader: CellReader;
  refused: Refused;
  change?: (lines: readonly Line[]) => void;
  undo?: () => void;
  redo?: () => void;
  onDropped?: (rows: number) => void;
  tools?: (grid: Grid) => ReactNode;
  foot?: ReactNode;
}) {
  const { t } = useTranslation('buyer');
  const { lines, reader, refused, change } = props;
  const editable = change !== undefined;
  const scroll = useRef<HTMLDivElement>(null);
  const [dragging, setDragging] = useState(false);
  const words = useCellWords(reader.crafts);
  const faultWords = useFaultWords();
  const grid = useGrid({
    lines,
    editable,
    reader,
    change: change ?? (() => undefined),
    undo: props.undo ?? (() => undefined),
    redo: props.redo ?? (() => undefined),
    page: 12,
    focus: scroll,
  });
  const count = lines.length + (editable && lines.length < mostLines ? 1 : 0);
  const { selection, range, editing } = grid;
  const kept = [selection.row, selection.toRow, editing?.row ?? selection.row].filter((row) => row < count);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: headHeight,
    // The chosen row is always there, wherever one has scrolled: what is typed goes into it.
    rangeExtractor: (seen) =>
      [...new Set([...defaultRangeExtractor(seen), ...kept])].sort((one, other) => one - other),
  });
  const reveal = (): void => {
    rows.scrollToIndex(selection.toRow);
    requestAnimationFrame(() =>
      document
        .getElementById(cellId(selection.toRow, selection.toColumn))
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  };
  const first = useRef(true);
  useEffect(() => {
    // Only what was chosen is scrolled to, not the first cell at the start.
    if (!first.current) {
      reveal();
    }
    first.current = false;
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [selection.toRow, selection.toColumn]);
  const choices = useMemo<Partial<Record<string, Choice[]>>>(
    () => ({
      unitCode: unitCodes.map((code) => ({ value: code, label: t(`unit_${code}`) })),
      craftCode: [...reader.crafts].map(([value, label]) => ({ value, label })),
    }),
    [t, reader.crafts],
  );
  const isCraft = (code: string): boolean => reader.crafts.has(code);
  const place = (event: PointerEvent<HTMLElement>): { row: number; column: number } | null => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
    const [row, column] = (cell?.dataset.cell ?? '').split(' ').map(Number);
    return cell && row !== undefined && column !== undefined ? { row, column } : null;
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const number = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    const at = place(event);
    if (number) {
      const row = Number(number.dataset.row);
      const top = event.shiftKey ? selection.row : row;
      grid.select({ row: top, column: 0, toRow: row, toColumn: columnNames.length - 1 });
    } else if (at) {
      setDragging(true);
      grid.select(
        event.shiftKey ? { ...selection, toRow: at.row, toColumn: at.column } : cellAt(at.row, at.column),
      );
    }
  };
  const editedColumn = editing ? columnNames[editing.column] : undefined;
  const editor = editing && editedColumn && (
    <CellEditor
      key={`${editing.row} ${editing.column}`}
      label={t(`column_${editedColumn}`)}
      text={editing.text}
      mode={editing.mode}
      choices={choices[editedColumn]}
      numeric={numeric.includes(editedColumn)}
      onCommit={grid.commit}
      onLeave={grid.leave}
      onCancel={grid.cancel}
    />
  );
  const activeLine = lines[selection.row];
  const activeColumn = columnNames[selection.column] ?? 'sku';
  const activeFault = activeLine && faultsOf(activeLine, isCraft)[activeColumn];
  const activeWords = activeFault
    ? faultWords(activeFault)
    : activeLine && refused.get(activeLine)?.[activeColumn];
  return (
    <div className={styles.sheet}>
      {props.tools?.(grid)}
      <div
        ref={scroll}
        role="grid"
        tabIndex={0}
        className={styles.scroll}
        aria-label={t('lines')}
        aria-rowcount={count + 1}
        aria-colcount={columnNames.length + 1}
        aria-multiselectable
        aria-readonly={!editable}
        aria-activedescendant={editing ? undefined : cellId(selection.row, selection.column)}
        aria-describedby="line-grid-foot"
        onKeyDown={(event) => {
          if (!editing) {
            grid.onKeyDown(event);
            if (event.defaultPrevented) {
              reveal();
            }
          }
        }}
        onCopy={grid.onCopy}
        onCut={grid.onCopy}
        onPaste={(event) => {
          const left = grid.onPaste(event);
          if (left > 0) {
            props.onDropped?.(left);
          }
        }}
        onPointerDown={onPointerDown}
        onPointerOver={(event) => {
          const at = dragging && event.buttons === 1 ? place(event) : null;
          if (at) {
            grid.select({ ...selection, toRow: at.row, toColumn: at.column });
          }
        }}
        onPointerUp={() => setDragging(false)}
        onDoubleClick={() => grid.begin('edit')}
      >
        <div role="row" aria-rowindex={1} className={styles.head}>
          <div role="columnheader" className={styles.number}>
            {t('column_sign')}
          </div>
          {columnNames.map((column) => (
            <div
              key={column}
              role="columnheader"
              className={styles.headCell}
              data-numeric={numeric.includes(column) || undefined}
            >
              {t(`column_${column}`)}
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const line = lines[index] ?? null;
            const selected = index >= range.top && index <= range.bottom;
            return (
              <GridRow
                key={line?.id ?? 'next'}
                line={line}
                index={index}
                start={start}
                faults={line && editable ? faultsOf(line, isCraft) : undefined}
                refused={line ? refused.get(line) : undefined}
                from={selected ? range.left : -1}
                to={selected ? range.right : -1}
                active={index === selection.row ? selection.column : -1}
                editing={editing?.row === index ? editing.column : -1}
                editor={editing?.row === index ? editor : null}
                words={words}
                faultWords={faultWords}
              />
            );
          })}
        </div>
      </div>
      <div className={styles.foot} id="line-grid-foot">
        <span role="status" className={activeWords ? styles.wrongWords : styles.hint}>
          {activeWords ?? (grid.leaving ? t('gridLeaving') : editable ? t('gridHint') : t('gridReadHint'))}
        </span>
        {props.foot}
      </div>
    </div>
  );
}
