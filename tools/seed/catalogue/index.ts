import { africa } from './africa.js';
import { americas } from './americas.js';
import { eastAsia } from './east-asia.js';
import type { CooperativeFacts } from './facts.js';
import { southAsia } from './south-asia.js';
import { westAsia } from './west-asia.js';

export * from './bodies.js';
export * from './countries.js';
export type { CooperativeFacts, ProductFacts } from './facts.js';
export * from './rates.js';
export * from './retailers.js';
export * from './wares.js';

const regions = [africa, southAsia, eastAsia, americas, westAsia];
const rounds = Math.max(...regions.map((region) => region.length));

/** Region by region in turn, so that a few are a mixed few. */
export const cooperatives: readonly CooperativeFacts[] = Array.from({ length: rounds }, (_, round) =>
  regions.flatMap((region) => region[round] ?? []),
).flat();
