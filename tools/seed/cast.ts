import type { PersonActor } from '#platform';
import type { BodyFacts, CooperativeFacts, RetailerFacts, RetailRole } from './catalogue/index.js';
import type { Someone } from './world.js';

export interface Retailer {
  /** In the catalogue. */
  place: number;
  facts: RetailerFacts;
  id: string;
  /** In the order of the facts. */
  people: Someone[];
}

export interface Cooperative {
  facts: CooperativeFacts;
  id: string;
  manager: Someone;
}

export interface Body {
  facts: BodyFacts;
  id: string;
  /** Leads first, then officers. */
  people: Someone[];
}

/** Everyone who has come in so far. */
export interface Cast {
  administrators: Someone[];
  bodies: Body[];
  retailers: Retailer[];
  /** By their places in the catalogue; a hole is one that has not come in yet. */
  cooperatives: (Cooperative | undefined)[];
  /** By their codes. */
  schemes: Map<string, { id: string; criteria: string[] }>;
}

export function emptyCast(): Cast {
  return { administrators: [], bodies: [], retailers: [], cooperatives: [], schemes: new Map() };
}

export function administratorOf(cast: Cast): PersonActor {
  const [first] = cast.administrators;
  if (!first) {
    throw new Error('No administrator has come in yet');
  }
  return first.actor;
}

/** Whoever of a retailer has the role; its owner may do everything. */
export function withRole(retailer: Retailer, role: RetailRole): PersonActor {
  const index = retailer.facts.people.findIndex((person) => person.roles.includes(role));
  const found = retailer.people[Math.max(index, 0)];
  if (!found) {
    throw new Error(`Nobody of ${retailer.facts.name} has come in yet`);
  }
  return found.actor;
}
