import type { Turn } from '../measure.js';
import type { World } from '../world/world.js';

/** How long and how wide a run measures. */
export interface Plan {
  connections: readonly number[];
  /** Sizes of the tables, from small to large. */
  sizes: readonly number[];
  rounds: number;
  seconds: number;
}

/** A line of the table. */
export interface Result {
  name: string;
  connections: number | null;
  rows: number | null;
  /** Weftway's rate to the limit's; null where the goal is a time. */
  ratio: number | null;
  /** The ratio to reach, or the milliseconds to stay under where `unit` says so. */
  goal: number | null;
  unit: 'ratio' | 'ms';
  perSecond: number | null;
  p50Ms: number | null;
  p95Ms?: number | null;
  p99Ms: number | null;
  cpuMs: number | null;
  memoryMb: number | null;
  limit: Partial<Turn> | null;
}

/** Something that is measured. */
export interface Row {
  name: string;
  /** What is done, in a few words. */
  work: string;
  /** Whether it is measured at every size of the tables, or once. */
  grows: boolean;
  measure: (world: World, plan: Plan, say: (words: string) => void) => Promise<Result[]>;
}
