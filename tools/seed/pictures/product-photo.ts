import sharp from 'sharp';
import type { Random } from '../random.js';
import { paletteOf, patternOf, patternSvg } from './patterns.js';
import { shapeOf } from './shapes.js';

/**
 * A drawn stand-in for a product's photo: its shape by its name, in a pattern of its craft, before a wall.
 * @returns WebP, 900 x 900 pixels: sharp across half a page on a dense screen
 */
export async function productPhoto(
  product: { name: string; craftCode: string },
  random: Random,
): Promise<Buffer> {
  const palette = paletteOf(random);
  const { body, details = '', behind = '' } = shapeOf(product.name);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900" viewBox="0 0 600 600">
  <defs>
    ${patternSvg(patternOf(product.craftCode, random), palette)}
    <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".5"/><stop offset=".72" stop-color="#fff" stop-opacity="0"/><stop offset=".73" stop-color="#000" stop-opacity=".07"/><stop offset="1" stop-color="#000" stop-opacity=".02"/></linearGradient>
    <linearGradient id="light" x1="0" y1="0" x2="1" y2=".35"><stop offset="0" stop-color="#fff" stop-opacity=".38"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".34"/></linearGradient>
    <radialGradient id="shadow"><stop offset="0" stop-color="#000" stop-opacity=".34"/><stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient>
  </defs>
  <rect width="600" height="600" fill="${palette.wall}"/><rect width="600" height="600" fill="url(#wall)"/>
  <ellipse cx="312" cy="474" rx="215" ry="30" fill="url(#shadow)"/>
  ${behind}<g fill="url(#cloth)">${body}</g><g fill="url(#light)">${body}</g>${details}
</svg>`;
  return sharp(Buffer.from(svg)).webp({ quality: 76 }).toBuffer();
}
