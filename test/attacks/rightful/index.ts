import {
  accountChanges,
  accountReads,
  adminChanges,
  adminReads,
  publicChanges,
  publicReads,
} from './account.js';
import { buyerChanges, buyerReads } from './buyer.js';
import { complianceChanges, complianceReads } from './compliance.js';
import { cooperativeChanges, cooperativeReads } from './cooperative.js';
import { factorChanges } from './factors.js';
import type { Finding } from './victim.js';

const reads: Readonly<Record<string, Finding>> = {
  ...publicReads,
  ...accountReads,
  ...buyerReads,
  ...cooperativeReads,
  ...complianceReads,
  ...adminReads,
};

/** What changes something, in the order in which it is tried. */
export const changes: Readonly<Record<string, Finding>> = {
  ...publicChanges,
  ...accountChanges,
  ...factorChanges,
  ...cooperativeChanges,
  ...buyerChanges,
  // After the awards, which need certificates.
  ...complianceChanges,
  ...adminChanges,
};

/** Who is answered by a route, and for what: null where nobody has told. A read without places in its path needs no telling. */
export function rightfulOf(method: string, pattern: string): Finding | null {
  if (method !== 'GET') {
    return changes[`${method} ${pattern}`] ?? null;
  }
  const [best] = Object.keys(reads)
    .filter((beginning) => `${pattern}/`.startsWith(`${beginning}/`))
    // A door alone tells nothing of a record below it.
    .filter((beginning) => beginning.includes('{') || !pattern.includes('{'))
    .sort((left, right) => right.length - left.length);
  return best === undefined ? null : (reads[best] ?? null);
}
