import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { unitName } from '../figures/unit-name';
import { cellKey, type ComparedLine, type ComparedOffer, type ComparedQuote, hindrancesOf } from './compared';
import type { CellWriter } from './cell-words';
import { GridCell } from './grid-cell';
import type { Measure } from './comparison-search';
import styles from './comparison-grid.module.css';

export interface PlacedColumn {
  index: number;
  start: number;
}

/** A line, and of what was offered on it the columns that are in sight. */
export const GridRow = memo(function GridRow(props: {
  row: number;
  line: ComparedLine;
  columns: readonly PlacedColumn[];
  quotes: readonly ComparedQuote[];
  offers: ReadonlyMap<string, ComparedOffer>;
  measures: readonly Exclude<Measure, 'certificates'>[];
  write: CellWriter;
  /** Which column of it the reader stands on, if any. */
  active: number | null;
  idOf: (row: number, column: number) => string;
  start: number;
  height: number;
  firstWidth: number;
  onOpen: (row: number, column: number) => void;
}) {
  const { t } = useTranslation('trade');
  const format = useFormat();
  const {
    row,
    line,
    columns,
    quotes,
    offers,
    measures,
    write,
    active,
    idOf,
    start,
    height,
    firstWidth,
    onOpen,
  } = props;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={styles.row}
      style={{ height, transform: `translateY(${start}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className={styles.line} style={{ inlineSize: firstWidth }}>
        <span className={styles.position} data-figures>
          {line.position}
        </span>
        <span className={styles.lineWords}>
          <span className={styles.description} title={line.description}>
            {line.description}
          </span>
          <span className={styles.asked} data-figures>
            {format.number(line.quantity)} {unitName(t, line.unitCode, Number(line.quantity))}
            {line.sku ? ` · ${line.sku}` : ''}
          </span>
        </span>
      </div>
      {columns.map(({ index, start: left }) => {
        const quote = quotes[index];
        if (!quote) {
          return null;
        }
        const offer = offers.get(cellKey(line.requestLineId, quote.quoteId));
        return (
          <GridCell
            key={quote.quoteId}
            id={idOf(row, index)}
            row={row}
            column={index}
            start={left}
            words={offer && write(offer, quote, line)}
            best={offer?.best ?? false}
            hindered={hindrancesOf(quote).length > 0}
            active={active === index}
            measures={measures}
            onOpen={onOpen}
          />
        );
      })}
    </div>
  );
});
