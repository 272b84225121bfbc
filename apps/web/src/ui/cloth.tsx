import { useId, useMemo } from 'react';
import { weave } from './motif';

/** A length of cloth in an identifier's own weave: where there is no picture, and behind a cooperative's name. */
export function Cloth({ id, repeat = 90 }: { id: string; repeat?: number }) {
  const pattern = useId();
  const { ground, cells } = useMemo(() => weave(id), [id]);
  // Threads beside each other become one: a page of cloths stays light.
  const paths = useMemo(() => {
    const byColour = new Map<string, string>();
    for (const { x, y, fill } of cells) {
      byColour.set(fill, `${byColour.get(fill) ?? ''}M${x}.05 ${y}.05h.9v.9h-.9z`);
    }
    return [...byColour];
  }, [cells]);
  return (
    <svg width="100%" height="100%" aria-hidden style={{ display: 'block' }}>
      <defs>
        <pattern id={pattern} width={repeat} height={repeat} patternUnits="userSpaceOnUse" viewBox="0 0 9 9">
          <rect width="9" height="9" fill={ground} />
          {paths.map(([fill, d]) => (
            <path key={fill} d={d} fill={fill} />
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${pattern})`} />
    </svg>
  );
}
