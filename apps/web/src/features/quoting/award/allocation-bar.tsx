import type { Ground, PlannedLine } from './plan';
import { yarnOf } from './yarn';
import styles from './allocation-bar.module.css';

/** Who makes how much of a line, as threads side by side. The numbers stand beside it. */
export function AllocationBar(props: { ground: Ground; asked: bigint; shares: PlannedLine['shares'] }) {
  const { ground, asked, shares } = props;
  const given = shares.reduce((sum, share) => sum + share.quantity, 0n);
  const whole = given > asked ? given : asked;
  // Only how wide it is drawn, in thousandths of the bar.
  const part = (quantity: bigint): string => `${Number((quantity * 1_000n) / whole) / 10}%`;
  return (
    <span className={styles.bar} aria-hidden>
      {shares.map((share) => (
        <span
          key={share.quoteId}
          className={`${styles.thread} ${yarnOf(ground, share.quoteId)}`}
          style={{ inlineSize: part(share.quantity) }}
        />
      ))}
      {given > asked && <span className={styles.asked} style={{ insetInlineStart: part(asked) }} />}
    </span>
  );
}
