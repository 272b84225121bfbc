/** Pixels of the matrix; rows and columns are placed by them, so they are the same everywhere. */
const narrowest = 188;
const widest = 300;
export const measureHeight = 18;

export function rowHeight(measures: number): number {
  return Math.max(40, 18 + measures * measureHeight);
}

export function headHeight(parts: { hindered: boolean; schemes: number }): number {
  return 130 + (parts.hindered ? 28 : 0) + (parts.schemes > 0 ? 10 + parts.schemes * measureHeight : 0);
}

/** Few cooperatives share the room there is; many keep a width in which figures can be read. */
export function columnWidth(room: number, first: number, columns: number): number {
  return Math.max(narrowest, Math.min(widest, Math.floor((room - first) / Math.max(1, columns))));
}

export function firstColumnWidth(viewport: number): number {
  return viewport < 1_000 ? 208 : 300;
}
