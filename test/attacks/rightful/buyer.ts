import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { World } from '../world.js';
import { type Finding, found, needed, own, versionAt } from './victim.js';

const requestOf = (state: string, more = ''): string =>
  `select buyer_id as owner, id, version from request r where state = '${state}' ${more}`;
const awardOf = (state: string, more = ''): string =>
  `select a.buyer_id as owner, a.id, a.version from award a where state = '${state}' ${more}`;
const order = (state: string, more = ''): string =>
  `select buyer_id as owner, id, version from purchase_order o where state = '${state}' ${more}`;
const withPapers = `and not exists (select from order_document d where d.order_id = o.id and d.state <> 'ready')`;

async function draftOf(world: World): Promise<Record<string, unknown>> {
  return {
    title: 'Winter range',
    currency: 'EUR',
    incoterm: 'FCA',
    incotermPlace: 'Mombasa',
    delivery: { name: 'Warehouse', country: 'NL' },
    deadline: await world.hoursAhead(48),
  };
}

const lines = [{ description: 'Sisal basket', quantity: '4000', unitCode: 'C62', targetUnitPrice: '5' }];

/** A request that somebody has begun, with a line and a cooperative that is invited. */
function drafted(
  more: (world: World) => Promise<object> | object = () => ({}),
  step: 'draft' | 'awaiting_approval' = 'draft',
): Finding {
  return async (world) => {
    const buyer = world.victims.retailer;
    const requester = await world.as('requester', buyer);
    const made = await needed(
      requester.visitor.send<{ id: string }>('POST', '/v1/buyer/requests', {
        body: { ...(await draftOf(world)), lines },
      }),
    );
    const at = `/v1/buyer/requests/${made.id}`;
    const cooperativeId = world.victims.cooperative;
    await needed(
      requester.visitor.send('POST', `${at}/invitations`, { body: { cooperativeIds: [cooperativeId] } }),
    );
    let version = await versionAt(requester, at);
    if (step === 'awaiting_approval') {
      await needed(requester.visitor.send('POST', `${at}/publication`, { ifMatch: `"v${version}"` }));
      version = await versionAt(requester, at);
    }
    const by = step === 'draft' ? requester : await world.as('approver', buyer);
    return { by, params: { id: made.id, cooperativeId }, version, ...(await more(world)) };
  };
}

/** All that one quote offers, taken as it is. */
const allOfAQuote = async (
  { id }: { id?: string | number | null },
  world: World,
): Promise<{ body: unknown }> => ({
  body: {
    allocations: await world.context.peek(
      `select l.request_line_id as "requestLineId", l.quote_id as "quoteId", least(l.quantity, r.quantity)::text as quantity
         from quote_line l join quote q on q.id = l.quote_id and q.revision = l.revision
         join request_line r on r.request_id = l.request_id and r.id = l.request_line_id
        where q.id = (select id from quote where request_id = $1 and state = 'submitted' order by id limit 1)`,
      [id],
    ),
    reason: 'The best of all',
  },
});

/** Reads, by the beginning of their paths. */
export const buyerReads: Readonly<Record<string, Finding>> = {
  '/v1/buyer/requests/{id}': found('owner', requestOf('awarded')),
  '/v1/buyer/requests/{requestId}': found(
    'owner',
    `select buyer_id as owner, id as "requestId" from request where state = 'awarded'`,
  ),
  '/v1/buyer/awards/{id}': found('owner', awardOf('confirmed')),
  '/v1/buyer/orders/{id}': found('owner', order('accepted', withPapers)),
  '/v1/buyer/cooperatives/{id}': found(
    'owner',
    `select (select buyer_id from request limit 1) as owner, id from shown_cooperative`,
  ),
  '/v1/buyer': own('owner'),
};

/** Changes, in an order in which each leaves what the next begins from. */
export const buyerChanges: Readonly<Record<string, Finding>> = {
  'POST /v1/buyer/requests': own('requester', async (world) => ({ body: await draftOf(world) })),
  'PUT /v1/buyer/requests/{id}': drafted(async (world) => ({ body: await draftOf(world) })),
  'PUT /v1/buyer/requests/{id}/requirements': drafted((world) => ({
    body: { schemeIds: [world.awarding.scene.schemeId] },
  })),
  'PUT /v1/buyer/requests/{id}/lines': drafted(() => ({ body: { lines } })),
  'POST /v1/buyer/requests/{id}/lines/import': drafted(async () => ({
    form: {
      name: 'lines.xlsx',
      bytes: await readFile(path.resolve('test/fixtures/sheets/request-40-lines.xlsx')),
    },
  })),
  'POST /v1/buyer/requests/{id}/invitations': drafted((world) => ({
    body: { cooperativeIds: [world.awarding.plaiters.organisationId] },
  })),
  'DELETE /v1/buyer/requests/{id}/invitations/{cooperativeId}': drafted(),
  'POST /v1/buyer/requests/{id}/publication': drafted(),
  'POST /v1/buyer/requests/{id}/cancellation': drafted(() => ({ body: { reason: 'Not needed' } })),
  'POST /v1/buyer/requests/{id}/approval': drafted(undefined, 'awaiting_approval'),
  'POST /v1/buyer/requests/{id}/return': drafted(
    () => ({ body: { reason: 'Too much at once' } }),
    'awaiting_approval',
  ),
  'POST /v1/buyer/requests/{id}/deadline-extension': found(
    'owner',
    requestOf('open', 'and deadline > weftway_now()'),
    async (_row, world) => ({ body: { deadline: await world.hoursAhead(500) } }),
  ),
  'POST /v1/buyer/requests/{requestId}/awards': found(
    'requester',
    `select buyer_id as owner, id as "requestId" from request r where state in ('open', 'closed') and deadline <= weftway_now()
       and not exists (select from award a where a.request_id = r.id)`,
    async (row, world) => allOfAQuote({ id: row.requestId ?? null }, world),
  ),
  'PUT /v1/buyer/awards/{id}': found(
    'requester',
    `select a.buyer_id as owner, a.id, a.version, a.request_id as "requestId" from award a where state = 'draft' and not needs_approval`,
    async (row, world) => allOfAQuote({ id: row.requestId ?? null }, world),
  ),
  // Whoever proposed it gives it up: the one that was proposed last, above.
  'POST /v1/buyer/awards/{id}/rejection': found(
    'requester',
    awardOf('draft', 'order by proposed_at desc'),
    () => ({
      body: { reason: 'Another is better' },
    }),
  ),
  'POST /v1/buyer/awards/{id}/submission': found('requester', awardOf('draft', 'and needs_approval')),
  'POST /v1/buyer/awards/{id}/approval': found('approver', awardOf('awaiting_approval')),
  'POST /v1/buyer/awards/{id}/confirmation': async (world) => {
    await world.limit('10000000');
    return found('requester', awardOf('draft', 'and not needs_approval'))(world);
  },
  'POST /v1/buyer/requests/{id}/unaward': found(
    'owner',
    `select buyer_id as owner, id, version from request r where state in ('open', 'closed') and deadline <= weftway_now()
       and not exists (select from award a where a.request_id = r.id and a.state in ('draft', 'awaiting_approval'))`,
    () => ({ body: { reason: 'None fits' } }),
  ),
  'POST /v1/buyer/orders/{id}/documents/retry': async (world) => {
    await world.context.peek(
      `update order_document set state = 'failed', error = 'no space', storage_key = null, sha256 = null, size = null
        where state <> 'ready'`,
    );
    return found(
      'owner',
      order(
        'issued',
        `and exists (select from order_document d where d.order_id = o.id and d.state = 'failed')`,
      ),
    )(world);
  },
  'POST /v1/buyer/orders/{id}/cancellation': found('owner', order('issued'), () => ({
    body: { reason: 'The shop closes' },
  })),
};
