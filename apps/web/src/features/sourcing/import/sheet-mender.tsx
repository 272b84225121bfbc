import { Button, Group, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOf } from './cell-place';
import styles from './sheet-mender.module.css';
import type { Check, WrongCells } from './use-import';

/** So many rows are mended at a time; checking again brings the next. */
const mostRows = 60;

/** The rows of a sheet that cannot be read: each wrong cell is a field, with what is wrong below it. */
export function SheetMender(props: {
  check: Extract<Check, { kind: 'wrong' }>;
  busy: boolean;
  onMended: (file: File) => void;
  onOther: () => void;
}) {
  const { t } = useTranslation('buyer');
  const { sheet, wrong } = props.check;
  const [mended, setMended] = useState<ReadonlyMap<string, string>>(new Map());
  const rows = rowsOf(wrong);
  const columns = columnsOf(wrong);
  const shown = rows.slice(0, mostRows);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void sheet.mended(mended).then(props.onMended);
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('mendHint', { count: wrong.count, readable: wrong.readable })}</Text>
        <div className={styles.scroll} role="region" aria-label={t('wrongRows')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('row')}</th>
                {columns.map(({ letter, heading }) => (
                  <th key={letter} scope="col">
                    <span className={styles.letter}>{letter}</span> {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row}>
                  <th scope="row" data-figures>
                    {row}
                  </th>
                  {columns.map(({ letter, heading }) => {
                    const cell = `${letter}${row}`;
                    const { row: down, column } = placeOf(cell);
                    const text = sheet.rows[down]?.[column] ?? '';
                    const fault = wrong.cells.get(cell);
                    return (
                      <td key={cell} data-wrong={fault !== undefined || undefined}>
                        {fault ? (
                          <WrongCell
                            label={t('cellOf', { cell, heading })}
                            value={mended.get(cell) ?? text}
                            words={fault.detail}
                            touched={mended.has(cell)}
                            onChange={(value) => setMended(new Map(mended).set(cell, value))}
                          />
                        ) : (
                          <span className={styles.text}>{text}</span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {rows.length > shown.length && (
          <Text size="sm" c="dimmed">
            {t('moreWrongRows', { count: rows.length - shown.length })}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onOther}>
            {t('otherFile')}
          </Button>
          <Button type="submit" loading={props.busy} disabled={mended.size === 0}>
            {t('checkAgain')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function WrongCell(props: {
  label: string;
  value: string;
  words: string;
  touched: boolean;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <>
      <input
        className={styles.field}
        aria-label={props.label}
        aria-describedby={id}
        aria-invalid={!props.touched}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <span id={id} className={styles.words} data-touched={props.touched || undefined}>
        {props.words}
      </span>
    </>
  );
}

function rowsOf(wrong: WrongCells): number[] {
  return [...new Set([...wrong.cells.keys()].map((cell) => placeOf(cell).row + 1))].sort(
    (left, right) => left - right,
  );
}

/** The columns that mean something, and any other that has a wrong cell. */
function columnsOf(wrong: WrongCells): { letter: string; heading: string }[] {
  const found = new Map(
    wrong.columns.map(({ column, heading }) => [column, { letter: letterOf(column), heading }]),
  );
  for (const cell of wrong.cells.keys()) {
    const { column } = placeOf(cell);
    if (!found.has(column)) {
      found.set(column, { letter: letterOf(column), heading: '' });
    }
  }
  return [...found].sort(([left], [right]) => left - right).map(([, column]) => column);
}

function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
