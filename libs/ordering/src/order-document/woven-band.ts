import { createHash } from 'node:crypto';

const REPEAT = 24;
const ROWS = 4;

/**
 * A band of cloth drawn from an identifier: the same organisation always weaves the same motif. Mirrored in itself,
 * as on a loom with a point threading.
 * @param identifier whose motif it is
 * @param thread size of one crossing, in points
 * @returns the raised threads as rectangles: x, y, width, height, within `width` and 7 threads of height
 */
export function wovenBand(
  identifier: string,
  left: number,
  top: number,
  width: number,
  thread: number,
): [number, number, number, number][] {
  const digest = createHash('sha256').update(identifier).digest();
  const crossings = Math.floor(width / thread);
  const margin = (width - crossings * thread) / 2;
  const rectangles: [number, number, number, number][] = [];
  for (let row = 0; row < ROWS * 2 - 1; row += 1) {
    const motifRow = row < ROWS ? row : ROWS * 2 - 2 - row;
    let start = -1;
    for (let crossing = 0; crossing <= crossings; crossing += 1) {
      const isRaised = crossing < crossings && raised(digest, motifRow, crossing);
      if (isRaised && start < 0) start = crossing;
      if (isRaised || start < 0) continue;
      rectangles.push([
        left + margin + start * thread,
        top + row * thread,
        (crossing - start) * thread,
        thread,
      ]);
      start = -1;
    }
  }
  return rectangles;
}

function raised(digest: Buffer, row: number, crossing: number): boolean {
  const position = crossing % REPEAT;
  const folded = position < REPEAT / 2 ? position : REPEAT - 1 - position;
  const rise = digest.readUInt8(row % 2) % 3;
  // Diagonals give it the grain of a twill; the digest decides which of the other crossings rise.
  if ((folded + row + rise) % 4 === 0) return true;
  const bit = row * (REPEAT / 2) + folded;
  return ((digest.readUInt8(2 + (bit >> 3)) >> (bit & 7)) & 3) === 3;
}
