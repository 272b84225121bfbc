import { memo, type ReactNode } from 'react';
import { type ColumnName, columnNames, type Line, type LineFault, type LineFaults, numeric } from './line';
import styles from './line-grid.module.css';

export const rowHeight = 36;
export const cellId = (row: number, column: number): string => `line-${row}-${column}`;

/** One row. It is drawn again only when something of its own has changed. */
export const GridRow = memo(function GridRow(props: {
  /** Null for the row where the next line begins. */
  line: Line | null;
  index: number;
  start: number;
  faults: LineFaults | undefined;
  refused: Partial<Record<ColumnName, string>> | undefined;
  /** Selected columns; -1 where the row is not selected. */
  from: number;
  to: number;
  active: number;
  editing: number;
  editor: ReactNode;
  words: (line: Line, column: ColumnName) => string;
  faultWords: (fault: LineFault) => string;
}) {
  const { line, index, faults, refused, from, to, active, editing } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={from >= 0}
      className={styles.row}
      style={{ transform: `translateY(${props.start}px)` }}
      data-ghost={line === null || undefined}
    >
      <div role="rowheader" className={styles.number} data-row={index} data-figures>
        {line === null ? '+' : index + 1}
      </div>
      {columnNames.map((column, at) => {
        const fault = faults?.[column];
        const wrong = fault ? props.faultWords(fault) : refused?.[column];
        return (
          <div
            key={column}
            id={cellId(index, at)}
            role="gridcell"
            aria-colindex={at + 2}
            aria-invalid={wrong !== undefined || undefined}
            title={wrong}
            className={styles.cell}
            data-cell={`${index} ${at}`}
            data-selected={(at >= from && at <= to) || undefined}
            data-active={at === active || undefined}
            data-wrong={wrong !== undefined || undefined}
            data-numeric={numeric.includes(column) || undefined}
          >
            {editing === at ? props.editor : line && props.words(line, column)}
          </div>
        );
      })}
    </div>
  );
});
