/** After this long a process has shown that it can run: what ends it then is a new trouble, not the old one. */
export const ranWellAfterMs = 60_000;
/** Ends in a row, without having run well in between, that are borne. */
export const mostInARow = 5;

/** When a process that has ended is started again, and when it is given up. */
export class Restarts {
  private inARow = 0;

  /**
   * @param ranForMs how long it ran before it ended
   * @returns milliseconds to wait before the next start, or null to give up
   */
  after(ranForMs: number): number | null {
    this.inARow = ranForMs >= ranWellAfterMs ? 1 : this.inARow + 1;
    return this.inARow > mostInARow ? null : Math.min(200 * 2 ** this.inARow, 5_000);
  }
}
