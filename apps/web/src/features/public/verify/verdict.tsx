import type { ReactNode } from 'react';
import styles from './verify.module.css';

export type Worth = 'good' | 'stale' | 'bad';

const signs: Record<Worth, ReactNode> = {
  good: <path d="M22 36l10 10 19-22" />,
  stale: <path d="M36 18v20l13 8" />,
  bad: <path d="M25 25l22 22M47 25L25 47" />,
};

/** The one line that whoever holds a paper came for, then the facts. */
export function Verdict(props: {
  worth: Worth;
  line: string;
  words: string;
  level?: 'h1' | 'h3';
  facts: readonly (readonly [name: string, fact: ReactNode] | null)[];
}) {
  const { level: Heading = 'h1' } = props;
  const facts = props.facts.filter((one) => one !== null);
  return (
    <div className={styles.verdict} data-worth={props.worth}>
      <div className={styles.verdictHead}>
        <svg width="72" height="72" viewBox="0 0 72 72" aria-hidden className={styles.sign}>
          <circle cx="36" cy="36" r="32" className={styles.rim} />
          <circle cx="36" cy="36" r="27" className={styles.stitches} />
          {signs[props.worth]}
        </svg>
        <div>
          <Heading className={styles.line}>{props.line}</Heading>
          <p className={styles.verdictWords}>{props.words}</p>
        </div>
      </div>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(([name, fact]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd suppressHydrationWarning>{fact}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
