import { Button, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '@/ui/toast';
import { useCellWords } from './cell-words';
import { mostLines } from './edits';
import { faultsOf, isBlank, type Line, newLine } from './line';
import type { Refused } from './line-book';
import styles from './line-cards.module.css';
import { LineForm } from './line-form';
import type { CellReader } from './read-cell';

/** The lines on a phone: one card each, and a form for the one that is touched. */
export function LineCards(props: {
  lines: readonly Line[];
  reader: CellReader;
  refused: Refused;
  change?: (lines: readonly Line[]) => void;
  undo?: () => void;
  tools?: ReactNode;
  foot?: ReactNode;
}) {
  const { t } = useTranslation('buyer');
  const { lines, reader, refused, change } = props;
  const words = useCellWords(reader.crafts);
  const [open, setOpen] = useState<Line | null>(null);
  const isCraft = (code: string): boolean => reader.crafts.has(code);
  const put = (line: Line): void => {
    setOpen(null);
    change?.(
      lines.some((one) => one.id === line.id)
        ? lines.map((one) => (one.id === line.id ? line : one))
        : [...lines, line],
    );
  };
  const remove = (line: Line): void => {
    setOpen(null);
    change?.(lines.filter((one) => one.id !== line.id));
    say(t('lineRemoved'), props.undo);
  };
  return (
    <div className={styles.sheet}>
      {props.tools && <div className={styles.tools}>{props.tools}</div>}
      <ol className={styles.list}>
        {lines
          .filter((line) => !isBlank(line))
          .map((line, index) => {
            const faults = Object.keys(faultsOf(line, isCraft)).length + (refused.has(line) ? 1 : 0);
            const content = (
              <>
                <span className={styles.number} data-figures>
                  {index + 1}
                </span>
                <span className={styles.what}>
                  <span className={styles.title}>{line.description || t('noDescription')}</span>
                  <span className={styles.words}>
                    {[line.sku, line.specification, words(line, 'craftCode'), words(line, 'neededBy')]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {change && faults > 0 && (
                    <span className={styles.wrong}>{t('cellsToMend', { count: faults })}</span>
                  )}
                </span>
                <span className={styles.quantity} data-figures>
                  {words(line, 'quantity')} {words(line, 'unitCode')}
                </span>
              </>
            );
            return (
              <li key={line.id} className={styles.item}>
                {change ? (
                  <UnstyledButton className={styles.card} onClick={() => setOpen(line)}>
                    {content}
                  </UnstyledButton>
                ) : (
                  <div className={styles.card}>{content}</div>
                )}
              </li>
            );
          })}
      </ol>
      {change && lines.length < mostLines && (
        <Button
          variant="subtle"
          fullWidth
          size="md"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setOpen(newLine({ unitCode: 'C62' }))}
        >
          {t('addLine')}
        </Button>
      )}
      <div className={styles.foot}>{props.foot}</div>
      {open && (
        <LineForm
          line={open}
          reader={reader}
          refused={refused.get(open)}
          isNew={!lines.some((one) => one.id === open.id)}
          onDone={put}
          onRemove={() => remove(open)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
