import type { ReactNode } from 'react';
import { Moment } from './figures';
import styles from './timeline.module.css';

export interface TimelineEntry {
  key: string;
  /** Null for what is still to come. */
  at: string | null;
  title: string;
  words?: ReactNode;
  tone?: 'done' | 'wrong' | 'now' | 'later';
}

/** What happened and what comes next, in order. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className={styles.timeline}>
      {entries.map(({ key, at, title, words, tone = 'done' }) => (
        <li key={key} className={`${styles.entry} ${styles[tone]}`}>
          <div className={styles.title}>{title}</div>
          {at && (
            <div className={styles.at}>
              <Moment at={at} exact />
            </div>
          )}
          {words && (
            <div className={styles.words} dir="auto">
              {words}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
