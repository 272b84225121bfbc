import { useId } from 'react';

/** A strip of cloth: three weft threads go over and under the warp. It parts a page where others have a line. */
export function WovenBand({ height = 14 }: { height?: number }) {
  const id = useId();
  return (
    <svg width="100%" height={height} aria-hidden style={{ display: 'block' }}>
      <defs>
        <pattern id={id} width="20" height="14" patternUnits="userSpaceOnUse">
          <rect width="20" height="14" fill="#2f3e8f" />
          <path d="M5 0v14M15 0v14" stroke="#f3ead8" strokeWidth="4" />
          <path d="M0 2.5h20" stroke="#c98a1b" strokeWidth="3" />
          <path d="M0 7h20" stroke="#d9694f" strokeWidth="3" />
          <path d="M0 11.5h20" stroke="#7cc3a1" strokeWidth="3" />
          <path d="M5 0.5v4M15 5v4M5 9.5v4" stroke="#f3ead8" strokeWidth="4" />
        </pattern>
      </defs>
      <rect width="100%" height={height} fill={`url(#${id})`} />
    </svg>
  );
}
