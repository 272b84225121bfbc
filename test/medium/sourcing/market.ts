import { expect } from '@jest/globals';
import type { PersonActor } from '#platform';
import { refusalOf } from '#platform';
import {
  RequestInvitationService,
  RequestLines,
  RequestPublication,
  Requests,
  RequestService,
} from '#sourcing';
import type { TestContext } from '../../support/context.js';

type Draft = Parameters<RequestService['create']>[1];
export type RequestView = Awaited<ReturnType<RequestService['create']>>;

/** A retailer with its people, and what it does with requests. */
export interface Market {
  id: string;
  requester: PersonActor;
  approver: PersonActor;
  owner: PersonActor;
  services: {
    requests: RequestService;
    lines: RequestLines;
    publication: RequestPublication;
    invitations: RequestInvitationService;
    queries: Requests;
  };
  /** The manager of a cooperative that shows itself in the directory. */
  cooperative: (name: string) => Promise<PersonActor>;
  /** A draft of 400 baskets at 5 EUR and 50 mats, due in a day. */
  draft: (change?: Partial<Draft>) => Promise<RequestView>;
  invite: (request: RequestView, ...cooperatives: PersonActor[]) => Promise<void>;
  /** A draft that is complete, published by the requester. */
  published: (invited: readonly PersonActor[], change?: Partial<Draft>) => Promise<RequestView>;
}

export async function setMarket(context: TestContext, approvalLimitMinor = '1000000'): Promise<Market> {
  const id = await context.organisation('retailer', { currency: 'EUR', approvalLimitMinor });
  const requester = await context.member(id, 'retailer', ['requester']);
  const services = {
    requests: context.get(RequestService),
    lines: context.get(RequestLines),
    publication: context.get(RequestPublication),
    invitations: context.get(RequestInvitationService),
    queries: context.get(Requests),
  };
  const market: Market = {
    id,
    requester,
    approver: await context.member(id, 'retailer', ['approver']),
    owner: await context.member(id, 'retailer', ['owner']),
    services,
    cooperative: async (name) => {
      const cooperativeId = await context.organisation('cooperative', { name });
      await context.peek(
        `insert into cooperative_profile (cooperative_id, place, makers, makers_women, published) values ($1, 'Machakos', 40, 30, true)`,
        [cooperativeId],
      );
      return context.member(cooperativeId, 'cooperative', ['manager']);
    },
    draft: async (change = {}) =>
      services.requests.create(requester, {
        title: 'Autumn range',
        currency: 'EUR',
        incoterm: 'FCA',
        incotermPlace: 'Mombasa',
        delivery: { name: 'Warehouse', country: 'NL' },
        deadline: await hoursAhead(context, 24),
        lines: [
          { description: 'Sisal basket', quantity: '400', unitCode: 'C62', targetUnitPrice: '5' },
          { description: 'Mat', quantity: '50', unitCode: 'C62' },
        ],
        ...change,
      }),
    invite: async (request, ...cooperatives) => {
      await services.invitations.invite(
        requester,
        request.id,
        cooperatives.map((one) => one.organisationId),
      );
    },
    published: async (invited, change) => {
      const draft = await market.draft(change);
      await market.invite(draft, ...invited);
      return services.publication.publish(requester, draft.id, draft.version);
    },
  };
  return market;
}

/** A moment by the database's clock, which tests move ahead. */
export async function hoursAhead(context: TestContext, hours: number): Promise<string> {
  const [row] = await context.peek<{ at: Date }>('select weftway_now() + make_interval(hours => $1) as at', [
    hours,
  ]);
  return (row?.at ?? new Date()).toISOString();
}

export interface Refusal {
  status: number;
  code: string;
  detail: string;
  errors: readonly { pointer: string; code: string; detail: string }[];
}

/** A refusal as the API would tell it, by a service or by the database; fails the test when nothing was refused. */
export async function refusal(work: Promise<unknown>): Promise<Refusal> {
  let outcome: unknown;
  try {
    outcome = await work;
  } catch (error) {
    const refused = refusalOf(error);
    if (refused) {
      const { status, code, detail, errors } = refused;
      return { status, code, detail, errors };
    }
    throw error;
  }
  throw new Error(`This was to be refused, and was answered with ${JSON.stringify(outcome)}`);
}

/** A refusal that leaves everything as it was. */
export async function refusedWithoutTrace(
  context: TestContext,
  work: () => Promise<unknown>,
): Promise<Refusal> {
  const before = await everythingOfSourcing(context);
  const refused = await refusal(work());
  expect(await everythingOfSourcing(context)).toEqual(before);
  return refused;
}

/** Everything that sourcing holds, to see that a refusal changed nothing. */
export async function everythingOfSourcing(context: TestContext): Promise<unknown> {
  const [row] = await context.peek<{ everything: unknown }>(
    `select jsonb_build_object(
       'requests', (select jsonb_agg(to_jsonb(r) order by id) from request r),
       'lines', (select jsonb_agg(to_jsonb(l) order by request_id, position, id) from request_line l),
       'requirements', (select jsonb_agg(to_jsonb(q) order by request_id, scheme_id) from request_requirement q),
       'revisions', (select jsonb_agg(to_jsonb(v) order by request_id, revision) from request_revision v),
       'invitations', (select jsonb_agg(to_jsonb(i) order by request_id, cooperative_id) from request_invitation i),
       'numbers', (select jsonb_agg(to_jsonb(n) order by organisation_id, kind, year) from number_series n),
       'files', (select count(*) from stored_file),
       'outbox', (select count(*) from outbox_message), 'audit', (select count(*) from audit_entry)) as everything`,
  );
  return row?.everything;
}
