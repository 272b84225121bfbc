import { useState } from 'react';
import { useFormat } from '@/i18n/format';
import styles from './figures.module.css';

/** An amount with its currency, in tabular figures. */
export function Money({ amount, currency }: { amount: string; currency: string }) {
  const format = useFormat();
  // Node's and a browser's words for a currency may differ in a space: not worth drawing the page again.
  return (
    <bdi data-figures suppressHydrationWarning>
      {format.money(amount, currency)}
    </bdi>
  );
}

/** A decimal text in the reader's digits. */
export function Figure({ value }: { value: string | number }) {
  const format = useFormat();
  return (
    <span data-figures suppressHydrationWarning>
      {format.number(value)}
    </span>
  );
}

/** A calendar day. */
export function Day({ day }: { day: string }) {
  const format = useFormat();
  return (
    <time dateTime={day} suppressHydrationWarning>
      {format.day(day)}
    </time>
  );
}

/** A moment: how far away it is, and by hover or tap exactly when. `exact` shows both. */
export function Moment({ at, exact = false }: { at: string; exact?: boolean }) {
  const format = useFormat();
  const [opened, setOpened] = useState(exact);
  if (opened) {
    return (
      <time dateTime={at}>
        {format.moment(at)} ({format.relative(at)})
      </time>
    );
  }
  return (
    <button type="button" className={styles.moment} title={format.moment(at)} onClick={() => setOpened(true)}>
      <time dateTime={at}>{format.relative(at)}</time>
    </button>
  );
}
