import type { Ground } from './plan';
import styles from './allocation-bar.module.css';

const yarns = [styles.yarn0, styles.yarn1, styles.yarn2, styles.yarn3, styles.yarn4, styles.yarn5];

/** A cooperative's thread, the same in every bar and beside its name. It never speaks alone: the name does. */
export function yarnOf(ground: Ground, quoteId: string): string {
  return yarns[(ground.order.get(quoteId) ?? 0) % yarns.length] ?? '';
}
