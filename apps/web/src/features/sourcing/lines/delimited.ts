/**
 * Cells of a text parted by tabs (as Excel copies) or any other sign. Quotation marks around a whole cell hold line ends and the
 * sign itself; Excel leaves those inside a cell as they are, so `"Big" basket` and an inch that nothing closes are mere text.
 */
export function readDelimited(text: string, separator = '\t'): string[][] {
  const quoted = new RegExp(`"([^"]*(?:""[^"]*)*)"(?=[${separator}\\r\\n]|$)`, 'y');
  const bare = new RegExp(`[^${separator}\\r\\n]*`, 'y');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    quoted.lastIndex = at;
    bare.lastIndex = at;
    const inside = quoted.exec(text);
    const found = inside ?? bare.exec(text);
    const cell = inside ? (inside[1] ?? '').replaceAll('""', '"') : (found?.[0] ?? '');
    at += found?.[0].length ?? 0;
    // A line end at the end of the text begins no further row.
    if (at >= text.length) {
      return row.length > 0 || found?.[0] ? [...rows, [...row, cell]] : rows;
    }
    row.push(cell);
    if (text[at] !== separator) {
      rows.push(row);
      row = [];
      at += text[at] === '\r' && text[at + 1] === '\n' ? 1 : 0;
    }
    at += 1;
  }
}

export function writeDelimited(rows: readonly (readonly string[])[], separator = '\t'): string {
  const needsQuotes = new RegExp(`[${separator}"\\n\\r]`);
  return rows
    .map((row) =>
      row.map((cell) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator),
    )
    .join('\r\n');
}
