import { useVirtualizer } from '@tanstack/react-virtual';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { cellMeasures, cellWriter } from './cell-words';
import {
  type ComparedLine,
  type ComparedQuote,
  type Comparison,
  hindrancesOf,
  offersByCell,
} from './compared';
import type { Measure } from './comparison-search';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { columnWidth, firstColumnWidth, headHeight, rowHeight } from './grid-size';
import { moved } from './grid-keys';
import styles from './comparison-grid.module.css';

/**
 * Lines down, cooperatives across. Only what is in sight is drawn, and the grid itself holds the focus, so that it is not
 * lost with a cell that scrolls away.
 */
export function ComparisonGrid(props: {
  comparison: Comparison;
  lines: readonly ComparedLine[];
  quotes: readonly ComparedQuote[];
  shown: readonly Measure[];
  onOpen: (quote: ComparedQuote, line: ComparedLine | null) => void;
}) {
  const { t, i18n } = useTranslation('trade');
  const format = useFormat();
  const { comparison, lines, quotes, shown, onOpen } = props;
  const { currency, requiredSchemes } = comparison;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sized, width: room } = useElementSize<HTMLDivElement>();
  const box = useMergedRef(scroller, sized);
  const [active, setActive] = useState({ row: 0, column: 0 });

  const schemes = shown.includes('certificates') ? requiredSchemes : noSchemes;
  const hindered = useMemo(() => quotes.some((quote) => hindrancesOf(quote).length > 0), [quotes]);
  const measures = useMemo(() => cellMeasures(shown), [shown]);
  const offers = useMemo(() => offersByCell(comparison.lines), [comparison.lines]);
  const write = useMemo(
    () => cellWriter(currency, t, format),
    // The language is what changes `t`.
    // oxlint-disable-next-line react/exhaustive-deps
    [currency, format, i18n.language],
  );
  const head = headHeight({ hindered, schemes: schemes.length });
  const height = rowHeight(measures.length);
  const first = firstColumnWidth(room);
  const across = columnWidth(room, first, quotes.length);

  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 4,
    scrollPaddingStart: head,
    useFlushSync: false,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: quotes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => across,
    overscan: 1,
    scrollPaddingStart: first,
    useFlushSync: false,
  });
  useLayoutEffect(() => rows.measure(), [rows, height]);
  useLayoutEffect(() => columns.measure(), [columns, across]);

  const idOf = useCallback((row: number, column: number) => `${id}-${row}-${column}`, [id]);
  const open = useCallback(
    (row: number, column: number) => {
      setActive({ row, column });
      const quote = quotes[column];
      if (quote) {
        onOpen(quote, lines[row] ?? null);
      }
    },
    [lines, quotes, onOpen],
  );
  const virtualColumns = columns.getVirtualItems();
  const from = virtualColumns[0]?.index ?? 0;
  const to = virtualColumns.at(-1)?.index ?? -1;
  // The same array while the same columns are in sight, so that rows need not be drawn again.
  const placed = useMemo(
    () =>
      Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({
        index: from + index,
        start: first + (from + index) * across,
      })),
    [from, to, first, across],
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(active.row, active.column);
      return;
    }
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - head) / height) - 1);
    const next = moved(active, event, { rows: lines.length, columns: quotes.length, page });
    if (next) {
      event.preventDefault();
      setActive(next);
      if (next.row >= 0) {
        rows.scrollToIndex(next.row);
      }
      columns.scrollToIndex(next.column);
    }
  }

  return (
    <div
      ref={box}
      className={styles.scroller}
      style={{
        ['--across' as string]: `${across}px`,
        blockSize: `min(${head + rows.getTotalSize() + 16}px, max(440px, calc(100dvh - 140px)))`,
      }}
      role="grid"
      tabIndex={0}
      aria-label={t('matrix', { reference: comparison.reference })}
      aria-rowcount={lines.length + 1}
      aria-colcount={quotes.length + 1}
      aria-activedescendant={idOf(active.row, active.column)}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className={styles.sheet}
        style={{ height: head + rows.getTotalSize(), inlineSize: first + quotes.length * across }}
      >
        <div role="row" aria-rowindex={1} className={styles.heads} style={{ height: head }}>
          <div role="columnheader" aria-colindex={1} className={styles.corner} style={{ inlineSize: first }}>
            <span>{t('linesCount', { count: lines.length })}</span>
            <span className={styles.place}>{t('inCurrency', { currency })}</span>
          </div>
          {placed.map(({ index, start }) => {
            const quote = quotes[index];
            return (
              quote && (
                <GridHead
                  key={quote.quoteId}
                  id={idOf(-1, index)}
                  quote={quote}
                  currency={currency}
                  lineCount={comparison.lines.length}
                  schemes={schemes}
                  active={active.row === -1 && active.column === index}
                  start={start}
                  column={index}
                  onOpen={open}
                />
              )
            );
          })}
        </div>
        {rows.getVirtualItems().map((row) => {
          const line = lines[row.index];
          return (
            line && (
              <GridRow
                key={line.requestLineId}
                row={row.index}
                line={line}
                columns={placed}
                quotes={quotes}
                offers={offers}
                measures={measures}
                write={write}
                active={active.row === row.index ? active.column : null}
                idOf={idOf}
                start={head + row.index * height}
                height={height}
                firstWidth={first}
                onOpen={open}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

const noSchemes: { id: string; name: string }[] = [];
