import { type ReactNode, useEffect } from 'react';
import { LanguageSwitch } from './language-switch';
import { Brand } from './brand';
import styles from './entry-shell.module.css';

/** Around the ways in: signing in, answering an invitation, applying. */
export function EntryShell(props: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  below?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${props.title} · Weftway`;
  }, [props.title]);
  return (
    <div className={styles.entry}>
      <div className={styles.cloth} aria-hidden />
      <main className={styles.sheet}>
        <Brand className={styles.brand} size={32} />
        <h1 className={styles.title}>{props.title}</h1>
        {props.lead && <p className={styles.lead}>{props.lead}</p>}
        {props.children}
        {props.below && <div className={styles.below}>{props.below}</div>}
        <div className={styles.foot}>
          <LanguageSwitch />
        </div>
      </main>
    </div>
  );
}
