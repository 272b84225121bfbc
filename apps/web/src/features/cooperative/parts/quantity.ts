import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';

/** Units that craft goods are made in, as the api accepts them. Those that are signs read the same everywhere. */
const signs: Readonly<Record<string, string>> = {
  MTR: 'm',
  CMT: 'cm',
  MMT: 'mm',
  FOT: 'ft',
  INH: 'in',
  YRD: 'yd',
  MTK: 'm²',
  CMK: 'cm²',
  FTK: 'ft²',
  MTQ: 'm³',
  KGM: 'kg',
  GRM: 'g',
  TNE: 't',
  LBR: 'lb',
  LTR: 'l',
  MLT: 'ml',
  MIN: 'min',
};
const words = [
  'C62',
  'PR',
  'SET',
  'KT',
  'DZN',
  'GRO',
  'NMP',
  'RO',
  'BX',
  'CT',
  'BG',
  'BE',
  'LEF',
  'HUR',
  'DAY',
] as const;

export const unitCodes: readonly string[] = [...words, ...Object.keys(signs)];

/** Units in the reader's words, alone or after a quantity. */
export function useUnits(): {
  unit: (code: string) => string;
  quantity: (value: string, code: string) => string;
} {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const unit = (code: string): string => {
    const word = words.find((one) => one === code);
    return word ? t(`unit_${word}`) : (signs[code] ?? code);
  };
  return { unit, quantity: (value, code) => `${format.number(value)} ${unit(code)}` };
}
