/** The scripts for which a font is at hand. `latin` stands for Latin, Greek and Cyrillic: one font draws all three. */
export type Script = 'latin' | 'devanagari' | 'bengali' | 'khmer' | 'ethiopic' | 'arabic';

/** Code point ranges of the scripts that need a font of their own (Unicode 16, Blocks.txt), in ascending order. */
const RANGES: readonly (readonly [first: number, last: number, script: Script])[] = [
  [0x0600, 0x06ff, 'arabic'],
  [0x0750, 0x077f, 'arabic'],
  [0x0870, 0x08ff, 'arabic'],
  [0x0900, 0x097f, 'devanagari'],
  [0x0980, 0x09ff, 'bengali'],
  [0x1200, 0x139f, 'ethiopic'],
  [0x1780, 0x17ff, 'khmer'],
  [0x19e0, 0x19ff, 'khmer'],
  [0x1cd0, 0x1cff, 'devanagari'],
  [0x2d80, 0x2ddf, 'ethiopic'],
  [0xa8e0, 0xa8ff, 'devanagari'],
  [0xab00, 0xab2f, 'ethiopic'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfefc, 'arabic'],
];

const NEUTRAL = /^[\p{Zs}\p{P}\p{S}]/u;
const STRONG_RIGHT_TO_LEFT =
  /[\u0590-\u05ff\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;

/** The script a character belongs to; whatever has no font of its own counts as `latin`. */
export function scriptOf(codePoint: number): Script {
  if (codePoint < 0x0600) return 'latin';
  for (const [first, last, script] of RANGES) {
    if (codePoint < first) return 'latin';
    if (codePoint <= last) return script;
  }
  return 'latin';
}

/** Spaces, punctuation and symbols take the voice of the words they follow. */
export function isNeutral(character: string): boolean {
  return NEUTRAL.test(character);
}

/** Whether a text has letters that run from right to left. */
export function runsRightToLeft(text: string): boolean {
  return STRONG_RIGHT_TO_LEFT.test(text);
}

/** Joiners and variation selectors: they shape their neighbours and have no glyph to miss. */
export function isIgnorable(character: string): boolean {
  return IGNORABLE.test(character);
}

/**
 * Whether a reader would find the letters in another order or number than they were written, because shaping
 * reorders and joins them. Such runs carry their text beside the glyphs.
 */
export function reordersLetters(script: Script): boolean {
  return script !== 'latin' && script !== 'ethiopic';
}
