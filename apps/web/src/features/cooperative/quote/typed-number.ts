import { toText, toUnits } from '@/features/quoting/figures/decimal';

/** Where the ten digits of Arabic, Persian, Devanagari and Bengali begin. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6];

function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/**
 * A number as it is typed in any of the portal's languages, as the api's decimal text; null for none. “1,5” and “1.5” are one and a
 * half; “1,500” and “1.500,00” are fifteen hundred. What it was read as stands beside the field.
 */
export function typedDecimal(typed: string, places: number): string | null {
  const bare = latinDigits(typed)
    .replace(/[\s'’٬]/g, '')
    .replace('٫', '.');
  const comma = bare.lastIndexOf(',');
  const point = bare.lastIndexOf('.');
  const text =
    comma >= 0 && point >= 0
      ? comma > point
        ? bare.replaceAll('.', '').replace(',', '.')
        : bare.replaceAll(',', '')
      : /^[1-9]\d{0,2}(,\d{3})+$/.test(bare) || /^\d{1,3}(\.\d{3}){2,}$/.test(bare)
        ? bare.replace(/[,.]/g, '')
        : bare.replace(',', '.');
  const units = toUnits(text.startsWith('.') ? `0${text}` : text, places);
  return units === null ? null : toText(units, places);
}

/** A whole number of days and the like. */
export function typedWhole(typed: string, most: number): number | null {
  const text = typedDecimal(typed, 0);
  return text !== null && Number(text) <= most ? Number(text) : null;
}
