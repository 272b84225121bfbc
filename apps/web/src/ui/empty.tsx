import type { ReactNode } from 'react';
import styles from './empty.module.css';

const drawings = {
  loom: (
    <>
      <path d="M30 18v84M130 18v84M22 26h116M22 94h116" />
      <path
        d="M44 28v64M54 28v64M64 28v64M74 28v64M84 28v64M94 28v64M104 28v64M114 28v64"
        strokeWidth="1.2"
      />
      <path d="M40 84h78M40 76h78M40 68h62" className={styles.yarn} />
      <path d="M102 68c8 0 6-8 16-8" className={styles.yarn} />
    </>
  ),
  basket: (
    <>
      <path d="M44 50h72l-10 48H54z" />
      <path d="M56 50c0-34 48-34 48 0" />
      <path d="M46 60h68M48 72h64M51 84h58" className={styles.yarn} />
    </>
  ),
  paper: (
    <>
      <path d="M50 16h44l18 18v72H50zM94 16v18h18" />
      <path d="M62 48h38M62 60h38M62 72h24" strokeWidth="1.2" />
      <path d="M84 92c6-10 12 4 22-8" className={styles.yarn} />
    </>
  ),
  thread: (
    <>
      <path d="M58 24h44M58 96h44M66 24v72M94 24v72" />
      <path d="M66 36l28 8M66 48l28 8M66 60l28 8M66 72l28 8" className={styles.yarn} />
      <path d="M94 84c22 4 10 18 32 14" className={styles.yarn} />
    </>
  ),
} as const;

/** What to do where there is nothing yet. */
export function Empty(props: {
  drawing: keyof typeof drawings;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <svg width="160" height="120" viewBox="0 0 160 120" aria-hidden className={styles.drawing}>
        {drawings[props.drawing]}
      </svg>
      <h2 className={styles.title}>{props.title}</h2>
      {props.children && <p className={styles.words}>{props.children}</p>}
      {props.action}
    </div>
  );
}
