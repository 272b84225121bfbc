import { exact } from '#platform';

/** A price as someone would write it: few figures, more of them where it is small. Six places at the most. */
export function priceText(value: number): string {
  const step = value >= 5_000 ? 50 : value >= 500 ? 5 : value >= 50 ? 0.5 : value >= 5 ? 0.05 : 0.01;
  return exact(Math.max(Math.round(value / step), 1))
    .times(exact(String(step)))
    .toFixed();
}

/** A whole quantity, rounded as people round: tens, fifties, hundreds. */
export function roundQuantity(value: number): number {
  const step = value >= 2_000 ? 100 : value >= 400 ? 50 : value >= 60 ? 10 : value >= 20 ? 5 : 1;
  return Math.max(Math.round(value / step) * step, 1);
}
