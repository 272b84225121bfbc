import { bidi } from './bidi.js';
import { isIgnorable, isNeutral, reordersLetters, runsRightToLeft, scriptOf } from './scripts.js';
import { typeface, type Family, type Typeface, type Weight } from './typefaces.js';

export type Direction = 'ltr' | 'rtl';

/** A stretch of text that one typeface draws in one direction. */
export interface Run {
  readonly face: Typeface;
  /** What is drawn, in logical order where the typeface shapes it, otherwise in the order of drawing. */
  readonly glyphText: string;
  /** What was written. */
  readonly text: string;
  /** Whether the written text is put beside the glyphs, because they alone would not tell it. */
  readonly spelled: boolean;
  /** Unicode bidirectional embedding level; odd runs from right to left. */
  readonly level: number;
  /** In thousandths of the type size. */
  readonly width: number;
}

/** Stands for a character that no font at hand can draw. */
export const REPLACEMENT = '\ufffd';

const PLAIN = /^[\x20-\x7e]*$/;
/** Letters and punctuation of European scripts: one character, one glyph, no marks that attach to others. */
const EUROPEAN =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02af\u0370-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
const SPACING_CONTROLS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const OTHER_CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Of private use: what such a character means is known to its font only. */
const PRIVATE_USE = /\p{Co}/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Text as it can be set on one line: composed (NFC), tabs and line ends as spaces, without control characters and
 * overriding direction marks (an override could make a paper show another number than the one that was ordered),
 * stray halves of characters made visible.
 */
export function settable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(LONE_SURROGATE, REPLACEMENT)
    .replace(SPACING_CONTROLS, ' ')
    .replace(OTHER_CONTROLS, '')
    .normalize('NFC');
}

/** The direction of a paragraph's first letter that has one. */
export function directionOf(text: string): Direction {
  if (!runsRightToLeft(text)) return 'ltr';
  const first = bidi.getEmbeddingLevels(text).paragraphs[0];
  return first && first.level % 2 === 1 ? 'rtl' : 'ltr';
}

/**
 * Splits one line of {@link settable} text into runs, in logical order.
 * @param direction base direction of the paragraph that the line is of
 */
export function runsOf(text: string, family: Family, weight: Weight, direction: Direction): Run[] {
  if (text === '') return [];
  const house = typeface(family, weight);
  if (direction === 'ltr' && drawsAlone(house, text)) return [simpleRun(house, text, text, 0)];
  const embedding =
    direction === 'rtl' || runsRightToLeft(text) ? bidi.getEmbeddingLevels(text, direction) : null;
  const mirrored = embedding ? bidi.getMirroredCharactersMap(text, embedding.levels) : null;
  const runs: Run[] = [];
  let open: OpenRun | null = null;
  for (const { segment, index } of graphemes.segment(text)) {
    const level = embedding?.levels[index] ?? 0;
    const shown = mirrored?.get(index) ?? segment;
    const drawn = drawnBy(shown, family, weight, open?.level === level ? open.face : null);
    if (
      open &&
      drawn.replaced === open.replaced &&
      !drawn.replaced &&
      open.face === drawn.face &&
      open.level === level
    ) {
      open.glyphs.push(drawn.glyphs);
      open.text += segment;
      continue;
    }
    if (open) runs.push(closed(open));
    open = { ...drawn, glyphs: [drawn.glyphs], text: segment, level };
  }
  if (open) runs.push(closed(open));
  return runs;
}

/**
 * Where each run of a line stands, from its left edge.
 * @returns for each run, in the order given, its offset in thousandths of the type size
 */
export function offsetsOf(runs: readonly Run[]): number[] {
  const visual = runs.map((_, index) => index);
  const highest = runs.reduce((level, run) => Math.max(level, run.level), 0);
  for (let level = highest; level >= 1; level -= 1)
    reverseStretches(visual, (index) => (runs[index]?.level ?? 0) >= level);
  const offsets = runs.map(() => 0);
  let x = 0;
  for (const index of visual) {
    offsets[index] = x;
    x += runs[index]?.width ?? 0;
  }
  return offsets;
}

function drawsAlone(face: Typeface, text: string): boolean {
  if (PLAIN.test(text)) return true;
  return EUROPEAN.test(text) && [...text].every((character) => face.covers(character.codePointAt(0) ?? 0));
}

interface Drawn {
  face: Typeface;
  glyphs: string;
  replaced: boolean;
}

interface OpenRun extends Omit<Drawn, 'glyphs'> {
  glyphs: string[];
  text: string;
  level: number;
}

/** Chooses the typeface of one user-perceived character. */
function drawnBy(character: string, family: Family, weight: Weight, before: Typeface | null): Drawn {
  const needed = [...character].filter((part) => !isIgnorable(part)).map((part) => part.codePointAt(0) ?? 0);
  const draws = (face: Typeface): boolean => needed.every((codePoint) => face.covers(codePoint));
  if (before && (needed.length === 0 || isNeutral(character)) && draws(before))
    return drawnIn(before, character);
  const script = scriptOf(needed[0] ?? 0);
  const families: Family[] = script === 'latin' ? [family, 'sans'] : [script];
  for (const candidate of families) {
    const face = typeface(candidate, weight);
    if (draws(face) && !PRIVATE_USE.test(character)) return drawnIn(face, character);
  }
  const sans = typeface('sans', weight);
  const isSpace = /^\p{Zs}$/u.test(character);
  return { face: sans, glyphs: isSpace ? ' ' : REPLACEMENT, replaced: !isSpace };
}

function drawnIn(face: Typeface, character: string): Drawn {
  // A joiner without a glyph would be drawn as .notdef, which PDF/A forbids.
  const kept = [...character].filter((part) => !isIgnorable(part) || face.covers(part.codePointAt(0) ?? 0));
  return { face, glyphs: kept.join(''), replaced: false };
}

function closed(open: OpenRun): Run {
  const isComplex = [...open.text].some((part) => reordersLetters(scriptOf(part.codePointAt(0) ?? 0)));
  const logical = open.glyphs.join('');
  const isReversed = open.level % 2 === 1 && !runsRightToLeft(logical);
  const glyphText = isReversed ? open.glyphs.reverse().join('') : logical;
  if (!isComplex && !open.replaced && glyphText === open.text) {
    return simpleRun(open.face, glyphText, open.text, open.level);
  }
  const width = open.face.width(glyphText);
  return { face: open.face, glyphText, text: open.text, spelled: true, level: open.level, width };
}

function simpleRun(face: Typeface, glyphText: string, text: string, level: number): Run {
  return { face, glyphText, text, spelled: false, level, width: face.width(glyphText) };
}

/** Rule L2 of the Unicode Bidirectional Algorithm, for whole runs. */
function reverseStretches(order: number[], belongs: (index: number) => boolean): void {
  let start = 0;
  while (start < order.length) {
    if (!belongs(order[start] ?? 0)) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < order.length && belongs(order[end] ?? 0)) end += 1;
    order.splice(start, end - start, ...order.slice(start, end).reverse());
    start = end;
  }
}
