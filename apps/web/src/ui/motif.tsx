import { useMemo } from 'react';

/** Dyed yarns on undyed ground, as the theme has them. */
const yarns = [
  ['#f3ead8', '#2f3e8f', '#b4432f'],
  ['#f3ead8', '#2e7d5b', '#c98a1b'],
  ['#efe3cc', '#7a4a2c', '#2f3e8f'],
  ['#f1e6d6', '#b4432f', '#c98a1b'],
  ['#eee5d2', '#1f5c5c', '#b4432f'],
  ['#f4ecdc', '#5b3a6b', '#c98a1b'],
] as const;

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  }
  return hash >>> 0;
}

/** A woven square of an identifier's own: it stands in for a missing picture, the same each time. */
export function Motif({ id, size = 40, label }: { id: string; size?: number | string; label?: string }) {
  const { ground, cells } = useMemo(() => weave(id), [id]);
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 90 90"
      preserveAspectRatio="xMidYMid slice"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      style={{ borderRadius: 4, display: 'block', flex: 'none' }}
    >
      <rect width="90" height="90" fill={ground} />
      {cells.map(({ x, y, fill }) => (
        <rect key={`${x} ${y}`} x={x * 10 + 0.5} y={y * 10 + 0.5} width="9" height="9" fill={fill} />
      ))}
    </svg>
  );
}

/** The threads of an identifier, in a square of 90. */
export function weave(id: string): { ground: string; cells: { x: number; y: number; fill: string }[] } {
  const hash = hashOf(id);
  const [ground, first, second] = yarns[hash % yarns.length] ?? yarns[0];
  const cells: { x: number; y: number; fill: string }[] = [];
  // A quarter is drawn by the hash, and mirrored both ways as on a loom.
  for (let y = 0; y < 5; y += 1) {
    for (let x = 0; x < 5; x += 1) {
      const bits = hashOf(`${id} ${Math.min(x, y)} ${Math.max(x, y)}`) % 5;
      if (bits < 3) {
        const fill = bits === 0 ? second : first;
        for (const mirroredX of new Set([x, 8 - x])) {
          for (const mirroredY of new Set([y, 8 - y])) {
            cells.push({ x: mirroredX, y: mirroredY, fill });
          }
        }
      }
    }
  }
  return { ground, cells };
}
