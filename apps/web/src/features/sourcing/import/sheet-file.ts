import { readDelimited, writeDelimited } from '../lines/delimited';
import { placeOf } from './cell-place';

/** A chosen sheet as a person reads it, and how to mend cells of it: everything else in the file stays as it is. */
export interface SheetFile {
  rows: readonly (readonly string[])[];
  mended: (cells: ReadonlyMap<string, string>) => Promise<File>;
}

export async function openSheet(file: File): Promise<SheetFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  // Unpacking is loaded only for those who import a workbook.
  return isZip
    ? (await import('./workbook-file')).openWorkbook(bytes, file.name)
    : openText(bytes, file.name);
}

function openText(bytes: Uint8Array, name: string): SheetFile {
  const text = decode(bytes);
  const separator = /^sep=(.)\r?\n/.exec(text)?.[1] ?? separatorOf(text);
  const rows = readDelimited(text, separator);
  return {
    rows,
    mended: (cells) => {
      const next = rows.map((row) => [...row]);
      for (const [cell, value] of cells) {
        const { row, column } = placeOf(cell);
        const wide = next[row] ?? [];
        while (wide.length <= column) {
          wide.push('');
        }
        wide[column] = value;
        next[row] = wide;
      }
      return Promise.resolve(new File([writeDelimited(next, separator)], name, { type: 'text/csv' }));
    },
  };
}

function decode(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The sign that cuts most lines into the same number of cells, as the server looks for it. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const score = (separator: string): number => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const cells = line.split(separator).length;
      counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    return Math.max(0, ...[...counts].map(([cells, same]) => ((cells - 1) * same * same) / lines.length));
  };
  const signs = [';', '\t', ',', '|'];
  return signs.toSorted((left, right) => score(right) - score(left))[0] ?? ',';
}
