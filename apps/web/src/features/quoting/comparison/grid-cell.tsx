import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../figures/mark';
import type { CellWords } from './cell-words';
import type { Measure } from './comparison-search';
import styles from './comparison-grid.module.css';

/** One offer in the matrix. There are hundreds in sight while it scrolls: few elements, and drawn again only when it changes. */
export const GridCell = memo(function GridCell(props: {
  id: string;
  row: number;
  column: number;
  start: number;
  words: CellWords | undefined;
  best: boolean;
  hindered: boolean;
  active: boolean;
  measures: readonly Exclude<Measure, 'certificates'>[];
  onOpen: (row: number, column: number) => void;
}) {
  const { t } = useTranslation('trade');
  const { id, row, column, start, words, best, hindered, active, measures, onOpen } = props;
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      className={`${styles.cell} ${best ? styles.best : ''} ${hindered ? styles.hindered : ''} ${active ? styles.active : ''}`}
      style={{ insetInlineStart: start }}
      onClick={() => onOpen(row, column)}
    >
      {!words ? (
        <span className={styles.none}>{t('notQuoted')}</span>
      ) : (
        <>
          {(best || words.partial) && (
            <span className={styles.marks}>
              {best && (
                <span className={styles.bestWord}>
                  <Mark kind="best" /> {t('best')}
                </span>
              )}
              {words.partial && (
                <span className={styles.partial}>
                  <Mark kind="part" /> {words.partial}
                </span>
              )}
            </span>
          )}
          <span className={styles.figures} data-figures>
            {measures.map((measure) => words[measure]).join('\n')}
          </span>
        </>
      )}
    </div>
  );
});
