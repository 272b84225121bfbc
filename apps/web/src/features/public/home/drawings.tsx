import type { ReactNode } from 'react';
import styles from './home.module.css';

function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg width="120" height="96" viewBox="0 0 120 96" aria-hidden className={styles.drawing}>
      {children}
    </svg>
  );
}

/** One stack of baskets by three hands: each its own yarn. */
export function BasketDrawing() {
  return (
    <Drawing>
      <path d="M18 46h84l-11 42H29z" />
      <path d="M34 46c0-46 52-46 52 0" />
      <path d="M21 56h78" className={styles.yarn1} />
      <path d="M24 67h72" className={styles.yarn2} />
      <path d="M27 78h66" className={styles.yarn3} />
      <path d="M40 47v40M60 47v41M80 47v40" className={styles.fine} />
    </Drawing>
  );
}

/** A phone with a quote on it, and the thread of a poor line. */
export function PhoneDrawing() {
  return (
    <Drawing>
      <rect x="38" y="6" width="44" height="84" rx="7" />
      <path d="M54 13h12" className={styles.fine} />
      <path d="M47 30h26M47 42h26M47 54h16" className={styles.fine} />
      <path d="M47 74l6 6 12-13" className={styles.yarn3} />
      <path d="M4 62c8-14 14 10 22-4s6-6 12-6" className={styles.yarn1} />
      <path d="M82 44c8 0 8-14 16-10s10 12 18-2" className={styles.yarn2} />
    </Drawing>
  );
}

/** A paper under a glass. */
export function PaperDrawing() {
  return (
    <Drawing>
      <path d="M24 6h46l18 18v66H24zM70 6v18h18" />
      <path d="M35 34h40M35 45h40M35 56h22" className={styles.fine} />
      <circle cx="76" cy="64" r="17" className={styles.glass} />
      <path d="M88 77l15 14" />
      <path d="M68 64l6 6 11-12" className={styles.yarn3} />
    </Drawing>
  );
}
