import type { Random } from '../random.js';

/** Colours of one thing: its ground, two that go with it, and the wall it stands before. */
export interface Palette {
  ground: string;
  first: string;
  second: string;
  wall: string;
}

/** Of undyed fibre, indigo, madder, weld, walnut, moss, clay and charcoal: what dye pots and kilns give. */
const palettes: readonly Palette[] = [
  { ground: '#d9c29a', first: '#2f4a68', second: '#8c5a3c', wall: '#f1e9dc' },
  { ground: '#e3d3b4', first: '#a4452c', second: '#5b3a29', wall: '#f3ece2' },
  { ground: '#2f4663', first: '#e6dcc6', second: '#8fa7bd', wall: '#e9edf0' },
  { ground: '#c98b3c', first: '#7d2f24', second: '#f0dfb8', wall: '#f5ecdc' },
  { ground: '#7f8b63', first: '#e9e2cc', second: '#4a5339', wall: '#eef0e6' },
  { ground: '#b5573a', first: '#f0d9b9', second: '#5d2a20', wall: '#f5e9e2' },
  { ground: '#e8e0d0', first: '#3a3835', second: '#b79b72', wall: '#ece8e1' },
  { ground: '#8a5a4a', first: '#e5c9a0', second: '#3e2723', wall: '#f2e8e1' },
];

export function paletteOf(random: Random): Palette {
  return random.pick(palettes);
}

export type PatternName =
  'coil' | 'twill' | 'stripe' | 'diamond' | 'block' | 'stitch' | 'ikat' | 'glaze' | 'grain' | 'felt';

const patternsOfCraft: Readonly<Record<string, readonly PatternName[]>> = {
  basketry: ['coil', 'coil', 'twill'],
  rattan: ['twill', 'coil'],
  hand_weaving: ['stripe', 'twill', 'diamond'],
  carpets: ['diamond', 'stripe'],
  ikat: ['ikat'],
  batik: ['block', 'ikat'],
  block_printing: ['block'],
  natural_dyeing: ['stripe', 'glaze'],
  embroidery: ['stitch', 'diamond'],
  quilting: ['block', 'stitch'],
  lace: ['stitch'],
  knitting: ['felt', 'stripe'],
  crochet: ['felt', 'coil'],
  felting: ['felt'],
  pottery: ['glaze', 'glaze', 'stripe'],
  stone: ['glaze'],
  glass: ['glaze'],
  wood_carving: ['grain'],
  lacquer: ['glaze', 'stripe'],
  beadwork: ['diamond', 'block'],
  jewellery: ['glaze'],
  metalwork: ['glaze'],
  leather: ['grain'],
};

export function patternOf(craftCode: string, random: Random): PatternName {
  return random.pick(patternsOfCraft[craftCode] ?? ['twill', 'stripe']);
}

/** An SVG pattern of id `cloth` that fills a thing. */
export function patternSvg(name: PatternName, { ground, first, second }: Palette): string {
  const tile = (width: number, height: number, body: string, turn = 0): string =>
    `<pattern id="cloth" width="${width}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})"><rect width="${width}" height="${height}" fill="${ground}"/>${body}</pattern>`;
  switch (name) {
    case 'coil':
      return tile(
        26,
        78,
        [0, 13, 26, 39, 52, 65]
          .map(
            (y, row) =>
              `<path d="M0 ${y + 1}h26" stroke="#000" stroke-opacity=".16" stroke-width="1.6"/>` +
              `<path d="M${row % 2 ? 4 : 17} ${y + 2}l6 10" stroke="${row === 1 || row === 2 ? first : row === 4 ? second : '#00000018'}" stroke-width="${row === 3 || row === 0 || row === 5 ? 3 : 11}"/>`,
          )
          .join(''),
      );
    case 'twill':
      return tile(
        16,
        16,
        `<path d="M-4 12L12 -4M4 20L20 4" stroke="${second}" stroke-opacity=".55" stroke-width="3"/>`,
      );
    case 'stripe':
      return tile(
        120,
        90,
        `<path d="M0 12h120M0 19h120" stroke="${first}" stroke-width="3"/><rect y="40" width="120" height="22" fill="${first}"/><path d="M0 51h120" stroke="${ground}" stroke-width="2" stroke-dasharray="5 5"/><path d="M0 76h120" stroke="${second}" stroke-width="7"/>`,
      );
    case 'diamond':
      return tile(
        96,
        96,
        `<path d="M48 4L92 48L48 92L4 48Z" fill="${first}"/><path d="M48 22L74 48L48 74L22 48Z" fill="${ground}"/><path d="M48 36L60 48L48 60L36 48Z" fill="${second}"/><path d="M0 0L10 10M96 0L86 10M0 96L10 86M96 96L86 86" stroke="${second}" stroke-width="5"/>`,
      );
    case 'block':
      return tile(
        64,
        64,
        `<g fill="${first}"><circle cx="16" cy="16" r="4"/>${[0, 72, 144, 216, 288].map((turn) => `<ellipse cx="16" cy="7" rx="3.4" ry="6" transform="rotate(${turn} 16 16)"/>`).join('')}<circle cx="48" cy="48" r="4"/>${[36, 108, 180, 252, 324].map((turn) => `<ellipse cx="48" cy="39" rx="3.4" ry="6" transform="rotate(${turn} 48 48)"/>`).join('')}</g><circle cx="48" cy="16" r="3" fill="${second}"/><circle cx="16" cy="48" r="3" fill="${second}"/>`,
      );
    case 'stitch':
      return tile(
        54,
        54,
        `<path d="M6 27h42M27 6v42M12 12l30 30M42 12L12 42" stroke="${first}" stroke-width="3" stroke-dasharray="6 4" stroke-linecap="round"/><circle cx="27" cy="27" r="5" fill="${second}"/>`,
      );
    case 'ikat':
      return tile(
        90,
        120,
        `<g fill="${first}">${[0, 1, 2, 3, 4, 5, 6, 7, 8].map((step) => `<path d="M${step * 10} ${60 - Math.abs(4 - step) * 11}v${Math.max(20, 74 - Math.abs(4 - step) * 14)}h10v-${Math.max(20, 74 - Math.abs(4 - step) * 14) - 7}z" fill-opacity="${step % 2 ? 0.94 : 0.82}"/>`).join('')}</g><path d="M45 66l12 16-12 16-12-16z" fill="${second}"/>`,
      );
    case 'glaze':
      return tile(
        70,
        70,
        `<g fill="${second}" fill-opacity=".35"><circle cx="11" cy="14" r="1.4"/><circle cx="39" cy="9" r="1"/><circle cx="58" cy="31" r="1.6"/><circle cx="24" cy="43" r="1.1"/><circle cx="47" cy="60" r="1.4"/><circle cx="8" cy="62" r="1"/></g>`,
      );
    case 'grain':
      return tile(
        140,
        60,
        `<path d="M0 10C40 2 90 18 140 10M0 26C50 34 80 16 140 26M0 44C30 38 110 52 140 44M0 55C60 60 100 50 140 55" fill="none" stroke="${second}" stroke-opacity=".35" stroke-width="2.4"/>`,
        4,
      );
    case 'felt':
      return tile(
        28,
        28,
        `<path d="M2 8l6 7 6-7M16 8l6 7 6-7M-5 21l6 7 6-7M9 21l6 7 6-7M23 21l6 7 6-7" fill="none" stroke="${first}" stroke-opacity=".75" stroke-width="4.5" stroke-linecap="round"/>`,
      );
  }
}
