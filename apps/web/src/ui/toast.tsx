import { Button, CloseButton } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './toast.module.css';

interface Toast {
  id: number;
  words: string;
  undo?: () => void;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Says what was done. With `undo` there is no “are you sure”: it can be taken back for a while. */
export function say(words: string, undo?: () => void): void {
  lastId += 1;
  const id = lastId;
  change([...toasts.slice(-2), { id, words, ...(undo && { undo }) }]);
  setTimeout(() => dismiss(id), undo ? 9_000 : 4_500);
}

/** Where toasts appear: once, at the root. */
export function Toasts() {
  const { t } = useTranslation('shared');
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
    () => toasts,
  );
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {shown.map(({ id, words, undo }) => (
        <div key={id} className={styles.toast}>
          <span className={styles.words}>{words}</span>
          {undo && (
            <Button
              size="compact-sm"
              variant="white"
              onClick={() => {
                dismiss(id);
                undo();
              }}
            >
              {t('undo')}
            </Button>
          )}
          <CloseButton
            size="sm"
            variant="transparent"
            c="inherit"
            aria-label={t('close')}
            onClick={() => dismiss(id)}
          />
        </div>
      ))}
    </div>
  );
}
