import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph, type GlyphPosition, type GlyphRun } from 'fontkit';
import { runsRightToLeft, type Script } from './scripts.js';

export type Weight = 'regular' | 'semibold';

/** A family of the house: `serif` for titles, `sans` for the rest, and one per script that neither of them draws. */
export type Family = 'serif' | 'sans' | Exclude<Script, 'latin'>;

/** A font loaded once for the life of the process. Lengths are in thousandths of the type size. */
export interface Typeface {
  /** Name under which a document registers it. */
  readonly name: string;
  /** What PDFKit takes for a font: fontkit's object with a remembering, history-free `layout`. */
  readonly font: Font;
  readonly ascent: number;
  /** Below the baseline, as a positive number. */
  readonly descent: number;
  covers(codePoint: number): boolean;
  /** Width of a text drawn as one run. */
  width(text: string): number;
}

const FILES: Readonly<Record<Family, readonly [packageName: string, fileStem: string]>> = {
  serif: ['source-serif-4', 'SourceSerif4'],
  sans: ['noto-sans', 'NotoSans'],
  devanagari: ['noto-sans-devanagari', 'NotoSansDevanagari'],
  bengali: ['noto-sans-bengali', 'NotoSansBengali'],
  khmer: ['noto-sans-khmer', 'NotoSansKhmer'],
  ethiopic: ['noto-sans-ethiopic', 'NotoSansEthiopic'],
  arabic: ['noto-naskh-arabic', 'NotoNaskhArabic'],
};

const CUTS: Readonly<Record<Weight, string>> = { regular: '400Regular', semibold: '600SemiBold' };

/** Families whose words are shaped one by one. */
const JOINS_NO_WORDS: ReadonlySet<Family> = new Set<Family>(['serif', 'sans', 'ethiopic']);

/** Per typeface, some 20 MB at worst; papers of one retailer share most of their words. */
const REMEMBERED_PIECES = 20_000;

/**
 * Ligatures off, so that "fi" is copied as two letters; figures of one width and height in every table.
 */
const FEATURES = { liga: false, tnum: true, lnum: true } as const;

const require = createRequire(import.meta.url);
const loaded = new Map<string, Typeface>();

/** The typeface of a family and weight, read from disk when it is first asked for. */
export function typeface(family: Family, weight: Weight): Typeface {
  const name = `${family}-${weight}`;
  const known = loaded.get(name);
  if (known) return known;
  const face = load(name, family, weight);
  loaded.set(name, face);
  return face;
}

/** The families and weights read so far; for tests and for telling what a process holds. */
export function loadedTypefaces(): string[] {
  return [...loaded.keys()];
}

function load(name: string, family: Family, weight: Weight): Typeface {
  const [packageName, stem] = FILES[family];
  const cut = CUTS[weight];
  const file = require.resolve(`@expo-google-fonts/${packageName}/${cut}/${stem}_${cut}.ttf`);
  const font = create(readFileSync(file));
  if (!('layout' in font)) throw new TypeError(`${file} is a font collection, not a font`);
  const scale = 1000 / font.unitsPerEm;
  const shaper = new RememberingShaper(font, JOINS_NO_WORDS.has(family));
  const layout = (text: string): GlyphRun => shaper.shape(text);
  const covered = new Map<number, boolean>();
  const covers = (codePoint: number): boolean => {
    const known = covered.get(codePoint);
    if (known !== undefined) return known;
    const isCovered = font.hasGlyphForCodePoint(codePoint);
    covered.set(codePoint, isCovered);
    return isCovered;
  };
  return {
    name,
    font: Object.assign(Object.create(font) as Font, { layout }),
    ascent: font.ascent * scale,
    descent: -font.descent * scale,
    covers,
    width: (text) => shaper.width(text) * scale,
  };
}

/**
 * Shapes text and remembers it for all documents of the process: word by word where words do not touch, else whole.
 * fontkit keeps one glyph object per glyph and with it the characters of whoever asked first, so that a document's
 * text layer would depend on the documents before it; `historyFree` gives each request glyphs with their own.
 */
class RememberingShaper {
  readonly #font: Font;
  readonly #byWord: boolean;
  readonly #shaped = new Map<string, GlyphRun>();

  constructor(font: Font, byWord: boolean) {
    this.#font = historyFree(font);
    this.#byWord = byWord;
  }

  /** A run that the caller may change: PDFKit scales its positions in place. */
  shape(text: string): GlyphRun {
    const glyphs: Glyph[] = [];
    const positions: GlyphPosition[] = [];
    let advanceWidth = 0;
    for (const piece of this.#pieces(text)) {
      const run = this.#remembered(piece);
      for (const glyph of run.glyphs) glyphs.push(glyph);
      for (const { xAdvance, yAdvance, xOffset, yOffset } of run.positions) {
        positions.push({ xAdvance, yAdvance, xOffset, yOffset });
      }
      advanceWidth += run.advanceWidth;
    }
    // PDFKit asks a run for no more than these three.
    return { glyphs, positions, advanceWidth } as GlyphRun;
  }

  width(text: string): number {
    return this.#pieces(text).reduce((sum, piece) => sum + this.#remembered(piece).advanceWidth, 0);
  }

  #pieces(text: string): readonly string[] {
    return this.#byWord && text.includes(' ') ? (text.match(/[^ ]* |[^ ]+$/g) ?? []) : [text];
  }

  #remembered(text: string): GlyphRun {
    const known = this.#shaped.get(text);
    if (known) return known;
    const direction = runsRightToLeft(text) ? 'rtl' : 'ltr';
    const run = this.#font.layout(text, this.#byWord ? { ...FEATURES } : {}, undefined, undefined, direction);
    const kept = { glyphs: run.glyphs, positions: run.positions, advanceWidth: run.advanceWidth } as GlyphRun;
    if (this.#shaped.size >= REMEMBERED_PIECES) this.#shaped.clear();
    this.#shaped.set(text, kept);
    return kept;
  }
}

function historyFree(font: Font): Font {
  const getGlyph = (id: number, codePoints: number[] = []): Glyph => {
    const glyph = font.getGlyph(id);
    // Read once on the shared glyph, where fontkit keeps it for all its descendants.
    void glyph.advanceWidth;
    return Object.create(glyph, { codePoints: { value: codePoints } }) as Glyph;
  };
  return Object.assign(Object.create(font) as Font, { getGlyph });
}
