/** A moment in milliseconds, as `Date` counts them. */
export type Moment = number;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** When history begins before now: seven months. */
export const historyDays = 212;

/** The calendar day of a moment in UTC, `yyyy-mm-dd`. */
export function dayText(at: Moment): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The end of the hour that a moment is in: deadlines are round. */
export function nextHour(at: Moment): Moment {
  return Math.ceil(at / hour) * hour;
}
