import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

/** A question over the screen, by the browser's own dialog: on a phone it rises from below. Escape and the ground close it. */
export function Dialog(props: { title: string; onClose: () => void; children: ReactNode }) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
  }, []);
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={id}
      onClose={props.onClose}
      onPointerDown={(event) => {
        if (event.target === ref.current) {
          ref.current.close();
        }
      }}
    >
      <div className={styles.sheet}>
        <h2 id={id} className={styles.title}>
          {props.title}
        </h2>
        {props.children}
      </div>
    </dialog>
  );
}
