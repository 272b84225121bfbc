import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './card.module.css';

/** Cards below each other; on a wide screen side by side. */
export function Cards({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.cards} aria-label={label}>
      {children}
    </ul>
  );
}

/** A thing of a list: the whole card leads to it. */
export function Card(props: {
  to: LinkProps['to'];
  params?: Record<string, string>;
  search?: Record<string, unknown>;
  /** Above the name: its state, or what kind of thing it is. */
  head?: ReactNode;
  title: ReactNode;
  /** A picture at the start. */
  picture?: ReactNode;
  /** Of what is beside the whole card: a button of its own. */
  foot?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className={styles.card} data-pictured={props.picture ? true : undefined}>
      {props.picture && <div className={styles.picture}>{props.picture}</div>}
      <div className={styles.body}>
        {props.head && <div className={styles.head}>{props.head}</div>}
        <Link
          to={props.to}
          params={props.params as never}
          search={props.search as never}
          className={styles.title}
        >
          {props.title}
        </Link>
        {props.children && <div className={styles.words}>{props.children}</div>}
        {props.foot && <div className={styles.foot}>{props.foot}</div>}
      </div>
    </li>
  );
}
