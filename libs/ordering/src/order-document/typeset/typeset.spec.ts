import { describe, expect, it } from '@jest/globals';
import { setJoined, setLine, setParagraphs, type Line, type TextStyle } from './paragraph.js';
import { directionOf, offsetsOf, runsOf, settable } from './runs.js';
import { loadedTypefaces } from './typefaces.js';

const style: TextStyle = { family: 'sans', weight: 'regular', size: 10, leading: 14, colour: '#000000' };

describe('typeset', () => {
  it('reads a font when its script is first needed', () => {
    setLine('Plain words', style);
    expect(loadedTypefaces().some((name) => name.startsWith('khmer'))).toBe(false);
    setLine('ខ្មែរ', style);
    expect(loadedTypefaces()).toContain('khmer-regular');
  });

  it('splits runs by script and keeps spaces and marks with the words before them', () => {
    expect(
      runsOf('Silk रेशम, silk 12', 'sans', 'regular', 'ltr').map((run) => [run.face.name, run.text]),
    ).toEqual([
      ['sans-regular', 'Silk '],
      ['devanagari-regular', 'रेशम, '],
      ['sans-regular', 'silk 12'],
    ]);
  });

  it('falls back from the serif for what it does not draw', () => {
    const [run] = runsOf('\u2011', 'serif', 'semibold', 'ltr');
    expect(run?.face.name).toMatch(/^(serif|sans)-semibold$/);
  });

  it('sets Arabic from right to left, and figures and Latin in it from left to right', () => {
    const text = 'قطن 60 ABC نسيج';
    expect(directionOf(text)).toBe('rtl');
    const runs = runsOf(text, 'sans', 'regular', 'rtl');
    const offsets = offsetsOf(runs);
    const visual = runs
      .map((run, index) => ({ text: run.text.trim(), x: offsets[index] ?? 0 }))
      .sort((a, b) => a.x - b.x);
    expect(visual.map((run) => run.text).filter((run) => run !== '')).toEqual(['نسيج', 'ABC', '60', 'قطن']);
  });

  it('mirrors brackets in text from right to left', () => {
    const runs = runsOf('(قطن)', 'sans', 'regular', 'rtl');
    expect(runs.map((run) => run.glyphText).join('')).toBe(')قطن(');
    expect(runs.map((run) => run.text).join('')).toBe('(قطن)');
  });

  it('replaces what no font draws once per character seen', () => {
    const runs = runsOf('a👩‍🌾b', 'sans', 'regular', 'ltr');
    expect(runs.map((run) => [run.glyphText, run.text])).toEqual([
      ['a', 'a'],
      ['\ufffd', '👩‍🌾'],
      ['b', 'b'],
    ]);
  });

  it('drops controls and overrides of direction, and keeps joiners', () => {
    expect(settable('a\u0000\u202eb\tc\ud800 क्\u200dष')).toBe('ab c\ufffd क्\u200dष');
  });

  it.each([
    ['words', 'Hand-woven cotton from the river, washed and pressed, in three colours.'],
    ['a word without end', 'x'.repeat(300)],
    ['Khmer, which has no spaces', 'ភាសាខ្មែរគឺជាភាសាផ្លូវការរបស់កម្ពុជា'.repeat(4)],
    ['Arabic', 'الجمعية التعاونية للنسيج اليدوي '.repeat(5)],
  ])('breaks %s within the width and loses nothing', (_, text) => {
    const lines = setParagraphs(text, style, 90);
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(90.001);
    expect(withoutSpaces(lines.map(textOf).join(''))).toBe(withoutSpaces(settable(text)));
  });

  it('keeps line ends and leaves out empty paragraphs', () => {
    expect(setParagraphs('one\r\n\n two \n', style, 200).map(textOf)).toEqual(['one', 'two']);
    expect(setParagraphs(' \n ', style, 200)).toEqual([]);
  });

  it('does not break at a binding space', () => {
    expect(setParagraphs('aaaa 12\u00a0kg', style, setLine('aaaa 12', style).width + 1).map(textOf)).toEqual([
      'aaaa',
      '12\u00a0kg',
    ]);
  });

  it('ends a joined line between two parts', () => {
    const width = setLine('Article 1 · HS 2 ·', style).width + 1;
    expect(setJoined(['Article 1', 'HS 2', 'needed soon'], ' · ', style, width).map(textOf)).toEqual([
      'Article 1 · HS 2 ·',
      'needed soon',
    ]);
  });
});

function textOf(line: Line): string {
  return line.runs.map((run) => run.text).join('');
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}
