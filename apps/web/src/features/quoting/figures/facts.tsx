import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** What something is: terms and their values, in two columns. What is false is left out. */
export function Facts({
  facts,
}: {
  facts: readonly (readonly [term: string, value: ReactNode] | false | null | '')[];
}) {
  return (
    <dl className={styles.facts}>
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact[0]} className={styles.fact}>
              <dt>{fact[0]}</dt>
              <dd data-figures>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
