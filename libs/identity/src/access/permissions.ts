/** What a route may ask for, and the roles that have it. API keys carry a subset of these as their scopes. */
export const permissions = {
  'organisation.read': [
    'requester',
    'approver',
    'finance',
    'owner',
    'maker',
    'manager',
    'officer',
    'lead',
    'administrator',
  ],
  'organisation.write': ['owner', 'manager', 'lead', 'administrator'],
  'members.read': ['owner', 'manager', 'lead', 'administrator'],
  'members.write': ['owner', 'manager', 'lead', 'administrator'],
  'api_keys.write': ['owner', 'manager', 'lead', 'administrator'],
  'audit.read': ['owner', 'manager', 'lead', 'administrator'],
  'files.read': [
    'requester',
    'approver',
    'finance',
    'owner',
    'maker',
    'manager',
    'officer',
    'lead',
    'administrator',
  ],

  'organisations.admit': ['administrator'],
  'rates.write': ['administrator'],
  'schemes.write': ['administrator'],
  'queues.read': ['administrator'],
  'queues.write': ['administrator'],

  'directory.read': ['requester', 'approver', 'finance', 'owner', 'officer', 'lead', 'administrator'],
  'profile.read': ['maker', 'manager'],
  'profile.write': ['manager'],
  'products.write': ['maker', 'manager'],
  'evidence.write': ['maker', 'manager'],
  'certificates.apply': ['manager'],

  'certificates.review': ['officer', 'lead'],
  'certificates.decide': ['officer', 'lead'],
  'certificates.suspend': ['lead'],

  'requests.read': ['requester', 'approver', 'finance', 'owner'],
  'requests.write': ['requester', 'owner'],
  'requests.approve': ['approver', 'owner'],
  'quotes.compare': ['requester', 'approver', 'finance', 'owner'],
  'awards.write': ['requester', 'owner'],
  'awards.confirm': ['requester', 'owner'],
  'awards.approve': ['approver', 'owner'],
  'awards.reject': ['requester', 'approver', 'owner'],

  'invitations.read': ['maker', 'manager'],
  'quotes.read': ['manager'],
  'quotes.write': ['manager'],

  'orders.read': ['requester', 'approver', 'finance', 'owner', 'manager'],
  'orders.write': ['requester', 'owner'],
  'orders.answer': ['manager'],
} as const;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];

/** Roles by kind of organisation, as the database holds them too. */
export const rolesOfKind = {
  retailer: ['requester', 'approver', 'finance', 'owner'],
  cooperative: ['maker', 'manager'],
  assurance: ['officer', 'lead'],
  platform: ['administrator'],
} as const;

/** The role of whoever an organisation begins with. */
export const firstRole = {
  retailer: 'owner',
  cooperative: 'manager',
  assurance: 'lead',
  platform: 'administrator',
} as const;

export function permissionsOf(roles: readonly string[]): Set<string> {
  return new Set(permissionNames.filter((name) => permissions[name].some((role) => roles.includes(role))));
}
