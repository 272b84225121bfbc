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

export function Brand({ className, size = 28 }: { className?: string; size?: number }) {
  return (
    <Link to="/" className={className}>
      <Mark size={size} />
      Weftway
    </Link>
  );
}
