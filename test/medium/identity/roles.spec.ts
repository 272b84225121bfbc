import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { OrganisationKind } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { everythingOfIdentity, newcomer, Visitor } from './visitor.js';

const kinds = {
  requester: 'retailer',
  approver: 'retailer',
  finance: 'retailer',
  owner: 'retailer',
  maker: 'cooperative',
  manager: 'cooperative',
  officer: 'assurance',
  lead: 'assurance',
  administrator: 'platform',
} as const satisfies Record<string, OrganisationKind>;
type Role = keyof typeof kinds;
const roles = Object.keys(kinds) as Role[];
const chiefs: Role[] = ['owner', 'manager', 'lead', 'administrator'];

/** Who may do what, written down once more, apart from the code: a role that gains something is to be noticed here. */
const table: readonly [method: string, path: string, ...may: Role[]][] = [
  ['GET', '/v1/account/organisation', ...roles],
  ['PUT', '/v1/account/organisation', ...chiefs],
  ['GET', '/v1/account/members', ...chiefs],
  ['PUT', '/v1/account/members/:id/roles', ...chiefs],
  ['DELETE', '/v1/account/members/:id', ...chiefs],
  ['POST', '/v1/account/invitations', ...chiefs],
  ['POST', '/v1/account/api-keys', ...chiefs],
  ['GET', '/v1/account/audit-log', ...chiefs],
  ['GET', '/v1/admin/organisations', 'administrator'],
  ['POST', '/v1/admin/organisations/:id/admission', 'administrator'],
  ['POST', '/v1/admin/organisations/:id/refusal', 'administrator'],
  ['PUT', '/v1/admin/exchange-rates', 'administrator'],
  ['GET', '/v1/admin/dead-letters', 'administrator'],
  ['GET', '/v1/admin/exchange-rates/KES', 'administrator'],
  ['GET', '/v1/admin/queues', 'administrator'],
  ['POST', '/v1/admin/dead-letters/:id/any/retry', 'administrator'],
  ['DELETE', '/v1/admin/dead-letters/:id/any', 'administrator'],
  ['GET', '/v1/compliance/expiries/months', 'officer', 'lead'],
  ['GET', '/v1/buyer/requests', 'requester', 'approver', 'finance', 'owner'],
  ['POST', '/v1/buyer/requests', 'requester', 'owner'],
  ['POST', '/v1/buyer/requests/:id/approval', 'approver', 'owner'],
  ['GET', '/v1/buyer/requests/:id/comparison', 'requester', 'approver', 'finance', 'owner'],
  ['POST', '/v1/buyer/requests/:id/awards', 'requester', 'owner'],
  ['POST', '/v1/buyer/awards/:id/approval', 'approver', 'owner'],
  ['GET', '/v1/buyer/orders', 'requester', 'approver', 'finance', 'owner'],
  ['PUT', '/v1/cooperative/profile', 'manager'],
  ['POST', '/v1/cooperative/products', 'maker', 'manager'],
  ['PUT', '/v1/cooperative/requests/:id/quote', 'manager'],
  ['GET', '/v1/cooperative/orders', 'manager'],
  ['POST', '/v1/cooperative/certificates', 'manager'],
  ['GET', '/v1/compliance/certificates', 'officer', 'lead'],
  ['POST', '/v1/compliance/certificates/:id/suspension', 'lead'],
];

describe('roles', () => {
  let context: TestContext;
  const visitors = new Map<Role, Visitor>();
  beforeAll(async () => {
    context = await openTestContext();
    for (const role of roles) {
      visitors.set(role, (await newcomer(context, kinds[role], [role])).visitor);
    }
  });
  afterAll(() => context.close());

  const visitor = (role: Role): Visitor => visitors.get(role) ?? new Visitor(context.app);
  const call = async (by: Visitor, method: string, path: string): Promise<[number, string | undefined]> => {
    const answer = await by.send(method, path, {
      ifMatch: '"v1"',
      ...(method !== 'GET' && method !== 'DELETE' && { body: {} }),
    });
    return [answer.status, (answer.body as { code?: string } | null)?.code];
  };

  it.each(table)('may %s %s only as what the table says', async (method, pattern, ...may) => {
    const path = pattern.replaceAll(':id', uuidv7());
    const before = await everythingOfIdentity(context);
    for (const role of roles) {
      const [status, code] = await call(visitor(role), method, path);
      if (may.includes(role)) {
        // What is sent is empty and names nothing that is there, so it is refused for that alone.
        expect([role, [200, 404, 422].includes(status), code === 'not_permitted']).toEqual([
          role,
          true,
          false,
        ]);
      } else {
        expect([role, status, code]).toEqual([role, 403, 'not_permitted']);
      }
    }
    expect(await everythingOfIdentity(context)).toEqual(before);
  });
});
