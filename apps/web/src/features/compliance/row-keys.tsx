import type { KeyboardEvent, ReactNode } from 'react';

/** Arrow keys, or j and k, go from row to row of a list; Enter opens, as every link does. */
export function RowKeys({ children }: { children: ReactNode }) {
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (
      step === undefined ||
      !(event.target instanceof HTMLElement) ||
      event.target.closest('input, select')
    ) {
      return;
    }
    const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('td a')];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[at + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };
  // The rows are links already: this only saves pressing Tab.
  return (
    <div role="presentation" onKeyDown={move}>
      {children}
    </div>
  );
}
