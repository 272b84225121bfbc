import { useEffect, useRef } from 'react';

/** A single key does something here, unless something is being typed or a dialog is open. */
export function useShortcut(key: string, act: () => void, enabled = true): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!enabled) {
      return;
    }
    const listen = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const busy =
        target?.closest('input, textarea, select, [contenteditable], [role="grid"], [role="dialog"]') ?? null;
      if (
        event.key === key &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        busy === null &&
        document.querySelector('[role="dialog"]') === null
      ) {
        event.preventDefault();
        latest.current();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [key, enabled]);
}

/** “/” goes to the search box of the page. */
export function useSearchKey(): void {
  useShortcut('/', () => document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus());
}
