type Part = 'terms' | 'lines';

/**
 * The version of a request at which each part of it was read or saved here. Kept apart from what is shown, which may be newer:
 * a part is saved over what its editor has seen, never over what someone else did meanwhile.
 */
const known = new Map<string, number>();
const parts: readonly Part[] = ['terms', 'lines'];

export function versionOf(requestId: string, part: Part): number {
  return known.get(`${requestId} ${part}`) ?? 0;
}

/** The part was read at this version. */
export function readAt(requestId: string, part: Part, version: number): void {
  known.set(`${requestId} ${part}`, version);
}

/** One's own change made one version of another: whatever was known of the former holds of the latter too. */
export function advanced(requestId: string, from: number, to: number): void {
  for (const part of parts) {
    if (versionOf(requestId, part) === from) {
      readAt(requestId, part, to);
    }
  }
}
