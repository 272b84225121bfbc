import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { type ColumnName, isDay, type Line, type LineFault } from './line';
import { isUnit } from './units';

const plainNumber = /^\d+(\.\d+)?$/;

/** Prices stand under each other with two digits at least. */
function withCents(text: string): string {
  const [whole = '0', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

/** A cell as it is shown: figures, units, days and crafts in the reader's words; what cannot be read stays as it was typed. */
export function useCellWords(
  crafts: ReadonlyMap<string, string>,
): (line: Line, column: ColumnName) => string {
  const { t } = useTranslation('buyer');
  const format = useFormat();
  return useMemo(
    () => (line, column) => {
      const text = line[column];
      switch (column) {
        case 'quantity':
          return plainNumber.test(text) ? format.number(text) : text;
        case 'targetUnitPrice':
          return plainNumber.test(text) ? format.number(withCents(text)) : text;
        case 'unitCode':
          return isUnit(text) ? t(`unit_${text}`) : text;
        case 'neededBy':
          return isDay(text) ? format.day(text) : text;
        case 'craftCode':
          return crafts.get(text) ?? text;
        case 'sku':
        case 'description':
        case 'specification':
        case 'hsCode':
          return text;
      }
    },
    [t, format, crafts],
  );
}

/** What is wrong with a cell, and how to mend it. */
export function useFaultWords(): (fault: LineFault) => string {
  const { t } = useTranslation('buyer');
  return (fault) => t(`fault_line_${fault}`);
}
