import { directionOf, offsetsOf, runsOf, settable, type Direction, type Run } from './runs.js';
import { typeface, type Family, type Weight } from './typefaces.js';

/** How text looks. Sizes and leading are in points. */
export interface TextStyle {
  readonly family: Family;
  readonly weight: Weight;
  readonly size: number;
  /** Distance of two baselines; scripts that stand taller get more. */
  readonly leading: number;
  /** sRGB, `#rrggbb`. */
  readonly colour: string;
}

/** One set line: lengths in points. */
export interface Line {
  readonly style: TextStyle;
  readonly runs: readonly Run[];
  /** From the line's left edge, one per run. */
  readonly offsets: readonly number[];
  readonly width: number;
  readonly height: number;
  /** From the line's top. */
  readonly baseline: number;
}

/** A line may end after a space, except one that is there to bind, and after hyphens, dashes and slashes. */
const BREAKABLE =
  /(?:[\u00a0\u202f]|[^\s\-/–—\u200b])*(?:[-/–—\u200b]+[ \u2000-\u200a]*|[ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+|\s|$)/gu;
const KHMER = /[\u1780-\u17ff]/;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const khmerWords = new Intl.Segmenter('km', { granularity: 'word' });

/**
 * Sets a text on one line, however long it is.
 * @param direction of the paragraph; without it, that of its first letter. Give it for what was put together of
 * several texts, whose order must not hang on the script of the first.
 */
export function setLine(text: string, style: TextStyle, direction?: Direction): Line {
  const whole = settable(text).trim();
  return composed(whole, style, direction ?? directionOf(whole));
}

/**
 * Sets a text within a width. Line ends in it are kept; a word that is too long for a line is cut between
 * user-perceived characters.
 * @param width in points
 * @param direction as for {@link setLine}
 */
export function setParagraphs(text: string, style: TextStyle, width: number, direction?: Direction): Line[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((paragraph) => settable(paragraph).trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => setParagraph(paragraph, style, width, direction ?? directionOf(paragraph)));
}

/**
 * Sets short texts one after the other; a line ends between two of them rather than within one.
 * @param separator stands between two on one line, and ends a line that another follows
 * @param width in points
 */
export function setJoined(
  parts: readonly string[],
  separator: string,
  style: TextStyle,
  width: number,
): Line[] {
  const rows: string[] = [];
  let row = '';
  parts.forEach((part, index) => {
    const ended = index < parts.length - 1 ? `${part}${separator}` : part;
    if (row !== '' && setLine(`${row}${ended}`, style, 'ltr').width > width) {
      rows.push(row);
      row = '';
    }
    row += ended;
  });
  return [...rows, row].flatMap((text) => setParagraphs(text, style, width, 'ltr'));
}

/** The height of lines set one below the other, in points. */
export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0);
}

function setParagraph(text: string, style: TextStyle, width: number, direction: Direction): Line[] {
  const whole = composed(text, style, direction);
  if (whole.width <= width) return [whole];
  const lines: Line[] = [];
  let held = '';
  let heldWidth = 0;
  const put = (): void => {
    if (held.trim() !== '') lines.push(composed(held.trim(), style, direction));
    held = '';
    heldWidth = 0;
  };
  for (const piece of fittingPieces(text, style, width)) {
    if (held !== '' && heldWidth + widthOf(piece.trimEnd(), style) > width) put();
    held += piece;
    heldWidth += widthOf(piece, style);
  }
  put();
  return lines;
}

/** Cuts a text where a line may end, none of the pieces wider than the line. */
function fittingPieces(text: string, style: TextStyle, width: number): string[] {
  const pieces = (text.match(BREAKABLE) ?? []).filter((piece) => piece !== '');
  return pieces
    .flatMap((piece) =>
      KHMER.test(piece) ? [...khmerWords.segment(piece)].map((word) => word.segment) : [piece],
    )
    .flatMap((piece) => (widthOf(piece.trimEnd(), style) <= width ? [piece] : cut(piece, style, width)));
}

function cut(piece: string, style: TextStyle, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  let partWidth = 0;
  for (const { segment } of graphemes.segment(piece)) {
    const segmentWidth = widthOf(segment, style);
    if (part !== '' && partWidth + segmentWidth > width) {
      parts.push(part);
      part = '';
      partWidth = 0;
    }
    part += segment;
    partWidth += segmentWidth;
  }
  return part === '' ? parts : [...parts, part];
}

/** Lines are never changed once set, and the same labels and figures stand on every paper. */
const REMEMBERED_LINES = 4_000;
const rememberedLines = new WeakMap<TextStyle, Map<string, Line>>();

function composed(text: string, style: TextStyle, direction: Direction): Line {
  let lines = rememberedLines.get(style);
  if (!lines) rememberedLines.set(style, (lines = new Map()));
  const key = direction === 'ltr' ? text : `\u200f${text}`;
  const known = lines.get(key);
  if (known) return known;
  if (lines.size >= REMEMBERED_LINES) lines.clear();
  const line = compose(text, style, direction);
  lines.set(key, line);
  return line;
}

function widthOf(text: string, style: TextStyle): number {
  const runs = runsOf(text, style.family, style.weight, 'ltr');
  return (runs.reduce((sum, run) => sum + run.width, 0) * style.size) / 1000;
}

function compose(text: string, style: TextStyle, direction: Direction): Line {
  const em = style.size / 1000;
  const runs = runsOf(text, style.family, style.weight, direction);
  const house = typeface(style.family, style.weight);
  const foreign = runs
    .map((run) => run.face)
    .filter((face) => face !== house && !face.name.startsWith('sans'));
  const ascent = Math.max(house.ascent, ...foreign.map((face) => face.ascent)) * em;
  const descent = Math.max(house.descent, ...foreign.map((face) => face.descent)) * em;
  const height = foreign.length > 0 ? Math.max(style.leading, ascent + descent) : style.leading;
  return {
    style,
    runs,
    offsets: offsetsOf(runs).map((offset) => offset * em),
    width: runs.reduce((sum, run) => sum + run.width, 0) * em,
    height,
    baseline: (height - ascent - descent) / 2 + ascent,
  };
}
