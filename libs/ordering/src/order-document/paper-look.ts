import type { TextStyle } from './typeset/paragraph.js';

/** Lengths in points. A4, one grid of twelve columns for everything on it. */
export const page = {
  left: 51,
  right: 544.28,
  /** Where the text of a page begins: the first page's band, the later pages' running head stand above. */
  firstTop: 74,
  nextTop: 72,
  bottom: 770,
  runningHead: 42,
  footer: 794,
} as const;

const COLUMNS = 12;
const GUTTER = 14;
const COLUMN = (page.right - page.left - GUTTER * (COLUMNS - 1)) / COLUMNS;

export interface Span {
  readonly x: number;
  readonly width: number;
}

/** The place of `count` grid columns, the first of them being `from` (0 to 11). */
export function columns(from: number, count: number): Span {
  return { x: page.left + from * (COLUMN + GUTTER), width: count * COLUMN + (count - 1) * GUTTER };
}

export const ink = '#1F2430';
export const indigo = '#2F3E8F';
/** Ink thinned for what is secondary; 5.9:1 on white. */
export const thinInk = '#596070';
export const hairline = '#C9CBD3';

function style(
  family: TextStyle['family'],
  size: number,
  leading: number,
  colour: string,
  weight: TextStyle['weight'],
): TextStyle {
  return { family, size, leading, colour, weight };
}

export const type = {
  title: style('serif', 30, 35, ink, 'semibold'),
  reference: style('serif', 15, 20, indigo, 'semibold'),
  heading: style('serif', 13, 18, ink, 'semibold'),
  label: style('sans', 7.5, 10.5, indigo, 'semibold'),
  lead: style('sans', 10, 14, ink, 'regular'),
  name: style('sans', 9.5, 13.5, ink, 'semibold'),
  body: style('sans', 8.5, 12, ink, 'regular'),
  item: style('sans', 8.5, 12, ink, 'semibold'),
  fine: style('sans', 7.5, 10.5, thinInk, 'regular'),
  address: style('sans', 7.5, 10.5, indigo, 'regular'),
  total: style('sans', 11.5, 16, ink, 'semibold'),
} as const satisfies Record<string, TextStyle>;
