import { useSyncExternalStore } from 'react';

let isNewer = false;
const listeners = new Set<() => void>();

/** Whether a newer Weftway than this page's has been fetched: loading the page again shows it. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isNewer,
    () => false,
  );
}

/** A portal that stays open for days, as one on a home screen does, asks for a newer one when it is looked at again. */
function watchForNewer(registration: ServiceWorkerRegistration): void {
  // The very first worker is not newer than the page that brought it.
  if (navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      isNewer = true;
      listeners.forEach((listener) => listener());
    });
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      // Without a line there is nothing newer to be had.
      registration.update().catch(() => undefined);
    }
  });
}

/** Lets the browser keep the cooperative's screens. After everything else: the first screen needs the line for itself. */
export function keepScreens(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    return;
  }
  const begin = async (): Promise<void> => {
    try {
      watchForNewer(await navigator.serviceWorker.register('/sw.js'));
      const { active } = await navigator.serviceWorker.ready;
      const keep = performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name))
        .filter(({ origin, pathname }) => origin === location.origin && /^\/(assets|v1)\//.test(pathname))
        .map(({ pathname, search }) => pathname + search);
      // A worker of this origin: unlike a window's, its postMessage takes no origin.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      active?.postMessage({ keep });
    } catch {
      // Without it the portal needs a line, and is otherwise the same.
    }
  };
  if (document.readyState === 'complete') {
    setTimeout(() => void begin(), 3_000);
  } else {
    addEventListener('load', () => setTimeout(() => void begin(), 3_000), { once: true });
  }
}
