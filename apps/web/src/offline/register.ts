/** Lets the browser keep the cooperative's screens. After everything else: the first screen needs the line for itself. */
export function keepScreens(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    return;
  }
  const begin = async (): Promise<void> => {
    try {
      await navigator.serviceWorker.register('/sw.js');
      const { active } = await navigator.serviceWorker.ready;
      const keep = performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name))
        .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
        .map(({ pathname }) => pathname);
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
