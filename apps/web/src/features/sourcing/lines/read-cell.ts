import { type ColumnName, numeric } from './line';
import { unitOf } from './units';

/** How the reader writes numbers and days, and what crafts there are. */
export interface CellReader {
  decimalSign: '.' | ',';
  dayFirst: boolean;
  crafts: ReadonlyMap<string, string>;
}

/** How a locale writes them. */
export function conventionsOf(locale: string): Pick<CellReader, 'decimalSign' | 'dayFirst'> {
  const sign = new Intl.NumberFormat(locale)
    .formatToParts(1.5)
    .find((part) => part.type === 'decimal')?.value;
  const order = new Intl.DateTimeFormat(locale).formatToParts(0).map((part) => part.type);
  return { decimalSign: sign === ',' ? ',' : '.', dayFirst: order.indexOf('day') < order.indexOf('month') };
}

/** Whether pasted cells have decimal commas or points, where they show it; otherwise as the reader's locale has it. */
export function decimalSignOf(cells: readonly string[], otherwise: '.' | ','): '.' | ',' {
  const numbers = cells.map((cell) => cell.replace(/[^\d.,]/g, '')).filter((cell) => /\d/.test(cell));
  const comma = numbers.some((cell) =>
    /\.\d{3},|^\d+,(\d{1,2}|\d{4,})$|^0,\d+$|^\d{1,3}(\.\d{3}){2,}$/.test(cell),
  );
  const point = numbers.some((cell) =>
    /,\d{3}\.|^\d+\.(\d{1,2}|\d{4,})$|^0\.\d+$|^\d{1,3}(,\d{2,3})+,\d{3}$/.test(cell),
  );
  return comma === point ? otherwise : comma ? ',' : '.';
}

// Groups of two are India's. A number that begins with 0 has no groups: 0.125 is an eighth to everyone.
const forms = {
  '.': /^(\d+|[1-9]\d{0,2}(,\d{2,3})*,\d{3})?(\.\d*)?$/,
  ',': /^(\d+|[1-9]\d{0,2}(\.\d{2,3})*\.\d{3})?(,\d*)?$/,
} as const;

/** Never guessed at the cost of the figure: what only the other sign makes sense of is read by that one. */
function readNumber(text: string, sign: '.' | ','): string {
  const bare = text.replace(/[\s\u00a0\u202f'’]|[€$£¥₹]|\b[A-Z]{3}\b/g, '');
  const used = forms[sign].test(bare) ? sign : sign === '.' ? ',' : '.';
  if (!forms[used].test(bare) || !/\d/.test(bare)) {
    // Kept as it was typed, and told at its cell.
    return text.trim();
  }
  const [whole = '', fraction = ''] = bare.replaceAll(used === '.' ? ',' : '.', '').split(used);
  const kept = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${kept ? `.${kept}` : ''}`;
}

/** A cell as its reader would type it, to be edited or copied: figures have the decimal sign that `readCell` takes. */
export function cellText(column: ColumnName, text: string, reader: Pick<CellReader, 'decimalSign'>): string {
  return numeric.includes(column) && /^\d+\.\d+$/.test(text) ? text.replace('.', reader.decimalSign) : text;
}

function iso(year: number, month: number, day: number): string {
  return `${year < 100 ? 2000 + year : year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function readDay(text: string, dayFirst: boolean): string {
  const bare = text.trim();
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare) ?? [];
  if (y && m && d) {
    return iso(Number(y), Number(m), Number(d));
  }
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/.exec(bare) ?? [];
  if (first && second && year) {
    // 31 is no month, whatever the locale says.
    const firstIsDay = Number(first) > 12 || (dayFirst && Number(second) <= 12);
    return firstIsDay
      ? iso(Number(year), Number(second), Number(first))
      : iso(Number(year), Number(first), Number(second));
  }
  const at = /[a-z]/i.test(bare) && /\d{4}/.test(bare) ? new Date(`${bare} UTC`) : new Date(NaN);
  return Number.isNaN(at.getTime()) ? bare : at.toISOString().slice(0, 10);
}

/** What was typed or pasted into a cell, as the api takes it; as it stands where it cannot be read. */
export function readCell(column: ColumnName, text: string, reader: CellReader): string {
  const bare = text.trim();
  if (bare === '') {
    return '';
  }
  switch (column) {
    case 'quantity':
    case 'targetUnitPrice':
      return readNumber(bare, reader.decimalSign);
    case 'unitCode':
      return unitOf(bare) ?? bare;
    case 'hsCode': {
      const digits = bare.replace(/[\s.]/g, '');
      // Longer national codes begin with the six digits.
      return /^\d{6,10}$/.test(digits) ? digits.slice(0, 6) : bare;
    }
    case 'neededBy':
      return readDay(bare, reader.dayFirst);
    case 'craftCode': {
      const wanted = bare.toLowerCase();
      const found = [...reader.crafts].find(
        ([code, name]) => code === wanted.replaceAll(' ', '_') || name.toLowerCase() === wanted,
      );
      return found?.[0] ?? bare;
    }
    case 'description':
    case 'sku':
      return bare.replace(/\s*\n\s*/g, ' ');
    case 'specification':
      return bare;
  }
}
