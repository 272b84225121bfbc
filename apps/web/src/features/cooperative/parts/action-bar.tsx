import type { ReactNode } from 'react';
import styles from './action-bar.module.css';

/** The one thing to do: on a phone within reach of the thumb, above the bar of places. `note` says what stands above it. */
export function ActionBar({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className={styles.room} aria-hidden data-noted={note ? true : undefined} />
      <div className={styles.bar}>
        {note && <div className={styles.note}>{note}</div>}
        <div className={styles.buttons}>{children}</div>
      </div>
    </>
  );
}
