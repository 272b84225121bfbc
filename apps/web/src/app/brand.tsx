import { Link } from '@tanstack/react-router';

/** Three weft threads over two of the warp. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden style={{ flex: 'none' }}>
      <rect width="32" height="32" rx="6" fill="#2f3e8f" />
      <path d="M11 4v24M21 4v24" stroke="#f3ead8" strokeWidth="4" />
      <path d="M4 9h24" stroke="#c98a1b" strokeWidth="4" />
      <path d="M4 16h24" stroke="#d9694f" strokeWidth="4" />
      <path d="M4 23h24" stroke="#7cc3a1" strokeWidth="4" />
      <path d="M11 6v6M21 13v6M11 20v6" stroke="#f3ead8" strokeWidth="4" />
    </svg>
  );
}

/** “Weftway” in Source Serif 4, as outlines: the same everywhere, and no page waits for a font to say whose it is. */
const letters =
  'M26 75l-19-66h14l14 55 3-15 12-40h9l15 55 3-15 11-40h7l-19 66h-10l-15-53-2 12-13 41zM1 14v-5h30v5l-12 1h-6zM40 14v-5h30v5l-11 1h-7zM78 14v-5h23v5l-10 1h-3zM124 76q-8 0-14-3-5-3-8-9-3-5-3-13 0-8 3-14 3-6 9-9 5-4 12-4 7 0 11 3 5 2 8 7 2 4 2 10 0 2 0 4 0 2 0 3h-38v-5h23q2-1 3-2 1-1 1-4 0-3-1-6-2-2-4-3-2-1-5-1-3 0-6 2-2 2-4 6-1 4-1 11 0 7 2 11 2 4 5 6 4 2 8 2 5 0 9-2 3-1 5-4l4 3q-2 3-5 6-3 3-7 4-4 1-9 1zM197 32v-6h19v6zM204 76q-6 0-10-3-3-3-3-11 0-2 0-4 0-2 0-4v-22h-11v-6h16l-4 3 5-17h7l-1 17v1 32q0 3 2 5 1 1 4 1 2 0 3 0 2 0 3-1l3 4q-2 1-3 2-2 2-5 2-2 1-6 1zM152 75v-5l10-1h7l11 1v5zM159 75q0-4 0-7 0-4 0-7 0-4 0-7v-22h-8v-5l12-2-4 3v-2q1-5 2-8 1-4 3-7 1-2 4-5 2-2 6-4 4-1 8-1 5 0 8 1 3 2 4 5 0 3-2 4-1 2-4 2-3 0-5-1-2-2-4-4l-3-4h1 2q-1 0-2 1-1 1-2 2-1 1-2 3-1 2-1 5 0 3-1 6 0 3 0 8v25q0 3 1 7 0 3 0 7 0 3 0 7zM166 32v-6h17v6zM241 75l-17-49h13l12 39h-1l2-9 10-30h8l13 39 1-10 9-29h8l-18 49h-8l-12-37-1 8-10 29zM220 31v-5h26v5l-11 1h-5zM252 31v-5h25v5l-9 1h-6zM283 31v-5h20v5l-8 1h-3zM319 76q-5 0-9-3-4-3-4-10 0-3 1-6 2-3 6-5 4-3 10-4 3-1 6-2 3-1 5-2 3 0 6-1v4q-4 1-7 3-3 0-7 2-3 0-5 2-2 1-3 3 0 2 0 4 0 3 2 5 2 2 6 2 2 0 3 0 2-1 4-2 2-2 5-4v5h-4q-1 3-3 5-2 2-5 3-3 1-7 1zM346 76q-5 0-7-2-3-3-4-8v-1-24q0-4-1-7-1-2-3-3-2-1-6-1-2 0-4 0-3 0-5 1l5-4-1 8q-1 4-2 6-2 2-5 2-3 0-4-1-1-2-2-4 1-6 7-10 6-4 15-4 6 0 10 2 4 2 6 6 3 4 3 10v22q0 3 0 4 1 1 3 1 1 0 2-1 1 0 2-1l2 4q-2 2-5 4-2 1-6 1zM367 99q-3 0-6-1-2-1-4-2-1-2-1-4 0-2 2-4 2-2 5-2 3 0 5 2 2 1 3 3l3 4h-3l1-1q2-2 4-4 2-2 4-5 2-3 3-7l3-5 1-1 8-25 7-21h7l-20 50q-3 8-6 13-3 5-7 7-4 3-9 3zM383 83l-23-57h14l14 42h2zM356 31v-5h28v5l-11 1h-7zM392 31v-5h21v5l-9 1h-2z';

function Name({ size }: { size: number }) {
  return (
    <svg height={size} viewBox="0 0 414 100" aria-hidden style={{ flex: 'none' }}>
      <path d={letters} fill="currentColor" />
    </svg>
  );
}

export function Brand({ className, size = 28 }: { className?: string; size?: number }) {
  return (
    <Link to="/" className={className} aria-label="Weftway">
      <Mark size={size} />
      <Name size={size} />
    </Link>
  );
}
