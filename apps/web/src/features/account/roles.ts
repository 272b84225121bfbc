import type { OrganisationKind } from '@/api/session';

/** Roles by kind of organisation, as the api has them. */
export const rolesOfKind = {
  retailer: ['requester', 'approver', 'finance', 'owner'],
  cooperative: ['maker', 'manager'],
  assurance: ['officer', 'lead'],
  platform: ['administrator'],
} as const satisfies Record<OrganisationKind, readonly string[]>;

export type Role = (typeof rolesOfKind)[OrganisationKind][number];
