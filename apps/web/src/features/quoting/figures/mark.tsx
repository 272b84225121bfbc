const shapes = {
  done: <path d="M1 5.5L4 8.5L9 1.5" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  wrong: <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  best: <path d="M5 0l1.5 3.4 3.5.4-2.6 2.5.7 3.7L5 8.2 1.9 10l.7-3.7L0 3.8l3.5-.4z" fill="currentColor" />,
  part: (
    <>
      <circle cx="5" cy="5" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M5 .8a4.2 4.2 0 000 8.4z" fill="currentColor" />
    </>
  ),
};

/** A small shape beside a word, so that colour never speaks alone. */
export function Mark({ kind }: { kind: keyof typeof shapes }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden style={{ flex: 'none' }}>
      {shapes[kind]}
    </svg>
  );
}
