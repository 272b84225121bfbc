import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, type PersonActor, type Statement, type Tx } from '#platform';
import { RequestInvitations, requestRows } from '#sourcing';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Market, refusal, setMarket } from './market.js';

/** Requests in bulk, as the owner of the tables: open, with deadlines that many share and a moment of creation that all share. */
async function addRequests(
  context: TestContext,
  buyer: PersonActor,
  invited: PersonActor,
  count: number,
  title: string,
): Promise<void> {
  const given = [buyer.organisationId, title];
  await context.peek(
    `insert into request (id, buyer_id, reference, state, title, currency, deadline, incoterm, incoterm_place, delivery_name,
                          delivery_country, created_by, created_at)
     select gen_random_uuid(), $1, $2 || '-' || n, 'draft', $2, 'EUR', weftway_now() + make_interval(hours => 24 + n % 7), 'FCA',
            'Mombasa', 'Warehouse', 'NL', $3, weftway_now() - make_interval(secs => n % 50)
       from generate_series(1, $4::int) n`,
    [...given, buyer.personId, count],
  );
  await context.peek(
    `insert into request_line (request_id, id, buyer_id, position, description, quantity, unit_code)
     select r.id, gen_random_uuid(), r.buyer_id, n, 'Basket', 10, 'C62' from request r, generate_series(1, 3) n
      where r.buyer_id = $1 and r.title = $2`,
    given,
  );
  await context.peek(
    `insert into request_invitation (request_id, cooperative_id, buyer_id, invited_by)
     select id, $3, buyer_id, created_by from request where buyer_id = $1 and title = $2`,
    [...given, invited.organisationId],
  );
  await context.peek(
    `update request set state = 'open', revision = 1, published_at = weftway_now() where buyer_id = $1 and title = $2`,
    given,
  );
}

/** Every page of a list, with something done after the first few. */
async function everyPage<Item extends { id: string }>(
  page: (cursor: string | undefined) => Promise<{ items: Item[]; nextCursor: string | null }>,
  meanwhile: (pages: number) => Promise<void>,
): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const { items, nextCursor } = await page(cursor);
    ids.push(...items.map((item) => item.id));
    if (nextCursor === null) {
      return ids;
    }
    cursor = nextCursor;
    await meanwhile(pages);
  }
}

describe('a list of a thousand requests', () => {
  let context: TestContext;
  let market: Market;
  let kiondo: PersonActor;
  let before: Set<string>;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    kiondo = await market.cooperative('Kiondo Weavers');
    await addRequests(context, market.requester, kiondo, 1000, 'Range');
    before = new Set((await context.peek<{ id: string }>('select id from request')).map((row) => row.id));
  });
  afterAll(() => context.close());

  it.each(['newest', 'deadline'])(
    'is read page by page by %s without a skip or a repeat, while others are added',
    async (sort) => {
      const ids = await everyPage(
        async (cursor) =>
          (
            await market.services.requests.list(market.requester, {
              sort,
              limit: 37,
              ...(cursor && { cursor }),
            })
          ).read(),
        (pages) => addRequests(context, market.requester, kiondo, 3, `New ${sort} ${pages}`),
      );
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => before.has(id))).toHaveLength(1000);
    },
  );

  it('is read by a cooperative in the same way', async () => {
    const ids = await everyPage(
      (cursor) => market.services.invitations.inbox(kiondo, { limit: 100, ...(cursor && { cursor }) }),
      (pages) => addRequests(context, market.requester, kiondo, 3, `New inbox ${pages}`),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => before.has(id))).toHaveLength(1000);
  });

  it('refuses a cursor that is none, by its name', async () => {
    for (const cursor of ['nonsense', Buffer.from("' or true --").toString('base64url')]) {
      expect(await refusal(market.services.requests.list(market.requester, { cursor }))).toMatchObject({
        status: 422,
        code: 'invalid_input',
        errors: [{ pointer: '?cursor' }],
      });
    }
    const cursor = Buffer.from(`${[...before][0]} not a time`).toString('base64url');
    expect(await refusal(market.services.requests.list(market.requester, { cursor }))).toMatchObject({
      status: 422,
      code: 'invalid_input',
    });
  });
});

describe('the lists over ten thousand requests', () => {
  let context: TestContext;
  let market: Market;
  let kiondo: PersonActor;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    kiondo = await market.cooperative('Kiondo Weavers');
    const crowd = await market.cooperative('Everyone Else');
    await addRequests(context, market.requester, crowd, 5000, 'Range');
    const other = await setMarket(context);
    await addRequests(context, other.requester, crowd, 5000, 'Other');
    await addRequests(context, other.requester, kiondo, 60, 'Invited');
    await context.peek('analyze');
  });
  afterAll(() => context.close());

  /** The plans of what a read asks of the database, under the row policies of its actor. */
  async function plans(actor: PersonActor, read: (tx: Tx) => Promise<unknown>): Promise<string> {
    return context.get(Database).read(actor, async (tx) => {
      const explained: string[] = [];
      const watching = Object.create(tx) as Tx;
      watching.query = async <Row extends object>(statement: Statement, parameters?: readonly unknown[]) => {
        const { text, values } =
          typeof statement === 'string' ? { text: statement, values: parameters } : statement;
        const rows = await tx.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
        explained.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
        return [] as Row[];
      };
      await read(watching);
      return explained.join('\n');
    });
  }

  const start = { key: null, id: null, limit: 25 };
  const later = { key: '2026-06-01', id: '0199d1a0-7c1e-7b58-9a6e-2f0d9c1b5e11', limit: 25 };

  it.each([
    ['newest first', {}, start],
    ['newest first, further on', {}, later],
    ['by deadline', { sort: 'deadline' }, start],
    ['by state', { state: 'draft' }, start],
  ])('of a retailer use an index: %s', async (_which, query, from) => {
    const plan = await plans(market.requester, (tx) =>
      tx.query(requestRows(market.requester.organisationId, query, from)),
    );
    expect(plan).toMatch(/Index/);
    expect(plan).not.toMatch(/Seq Scan on request(_\w+)?\b/);
  });

  it.each([
    ['of all', {}, start],
    ['of all, further on', {}, later],
    ['of the open', { state: 'open' }, start],
  ])('of a cooperative use an index: %s', async (_which, query, from) => {
    const plan = await plans(kiondo, (tx) => context.get(RequestInvitations).inbox(tx, query, from));
    expect(plan).toMatch(/Index/);
    expect(plan).not.toMatch(/Seq Scan on request(_\w+)?\b/);
  });

  it('of lines use an index', async () => {
    const [row] = await context.peek<{ id: string }>('select id from request limit 1');
    const plan = await plans(market.requester, (tx) =>
      market.services.queries.linePage(tx, row?.id ?? '', start),
    );
    expect(plan).not.toMatch(/Seq Scan on request(_\w+)?\b/);
  });
});
