import type { Typed } from './plan';

/** An award that was typed and not saved yet, with the version of the draft it began from. */
export interface KeptAward {
  typed: Typed;
  reason: string;
  version: number | null;
}

const name = (requestId: string): string => `weftway.award.${requestId}`;

/** What is kept on this device until it is saved, so that nothing typed is lost. */
export const keptAward = {
  read(requestId: string): KeptAward | null {
    try {
      const found = JSON.parse(localStorage.getItem(name(requestId)) ?? 'null') as Partial<KeptAward> | null;
      return found?.typed
        ? { typed: found.typed, reason: found.reason ?? '', version: found.version ?? null }
        : null;
    } catch {
      return null;
    }
  },
  write(requestId: string, award: KeptAward | null): void {
    try {
      if (award) {
        localStorage.setItem(name(requestId), JSON.stringify(award));
      } else {
        localStorage.removeItem(name(requestId));
      }
    } catch {
      // A full or forbidden storage must not stop anyone from typing.
    }
  },
};
