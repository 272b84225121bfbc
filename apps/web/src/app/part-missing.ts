/** Said before the browser's own words, by which the router would load the page again, also while the server is away. */
const words = 'A part of the portal is missing: ';
const key = 'weftway.reloaded';
/** A page that was loaded again so recently and lacks a part still is not helped by loading it once more. */
const restMs = 30_000;
/** Long enough to read why. */
const readMs = 1_500;

/** Marks what fails where a part of the portal cannot be loaded: after a new version, or without a line. */
export function watchParts(): void {
  addEventListener('vite:preloadError', (event) => {
    if ('payload' in event && event.payload instanceof Error) {
      event.payload.message = words + event.payload.message;
    }
  });
}

export function isPartMissing(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith(words);
}

/** Loads the page again, once: the newer version brings its own parts. */
export function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(key));
  if (Date.now() - last > restMs) {
    sessionStorage.setItem(key, String(Date.now()));
    setTimeout(() => location.reload(), readMs);
  }
}
