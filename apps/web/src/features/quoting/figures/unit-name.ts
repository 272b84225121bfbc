import type { TFunction } from 'i18next';

const named = [
  'C62',
  'PR',
  'SET',
  'KT',
  'DZN',
  'GRO',
  'NMP',
  'MTR',
  'CMT',
  'MTK',
  'KGM',
  'GRM',
  'LTR',
] as const;

/** A unit of UN/ECE Recommendation 20 in words; the code itself where it is rare. */
export function unitName(t: TFunction<'trade'>, code: string, count: number): string {
  const known = named.find((one) => one === code);
  return known ? t(`unit_${known}`, { count }) : code;
}
