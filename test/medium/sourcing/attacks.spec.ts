import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Market, refusedWithoutTrace, type RequestView, setMarket } from './market.js';

describe('SQL of the application, past every service', () => {
  let context: TestContext;
  let market: Market;
  let other: Market;
  let kiondo: PersonActor;
  let rival: PersonActor;
  let open: RequestView;
  let draft: RequestView;
  let others: RequestView;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    other = await setMarket(context);
    kiondo = await market.cooperative('Kiondo Weavers');
    rival = await market.cooperative('Rival Weavers');
    open = await market.published([kiondo]);
    draft = await market.draft();
    others = await other.published([rival]);
  });
  afterAll(() => context.close());

  it('moves no cooperative’s invitation to a request that it was not invited to', async () => {
    expect(
      await refusedWithoutTrace(context, () =>
        context.asApp(kiondo, 'update request_invitation set request_id = $1 where request_id = $2', [
          others.id,
          open.id,
        ]),
      ),
    ).toMatchObject({ status: 404, code: 'not_found' });
    expect(await context.asApp(kiondo, 'select id from request where id = $1', [others.id])).toEqual([]);
  });

  it.each([
    [
      `insert into request_invitation (request_id, cooperative_id, buyer_id, invited_by) values ($1, $3, $2, $2)`,
    ],
    [
      `insert into request_line (request_id, id, buyer_id, position, description, quantity, unit_code)
       values ($1, $3, $2, 9, 'Mine', 1, 'C62')`,
    ],
    [
      `insert into request_revision (request_id, revision, buyer_id, content, published_by) values ($1, 9, $2, '{}', $3)`,
    ],
    [
      `insert into request_requirement (request_id, scheme_id, buyer_id) select $1, id, $2 from scheme where id <> $3 limit 1`,
    ],
  ])('adds nothing to another retailer’s request under one’s own name: %s', async (sql) => {
    const refused = await refusedWithoutTrace(context, () =>
      context.asApp(other.owner, sql, [draft.id, other.id, rival.organisationId]),
    );
    expect(refused).toMatchObject({ status: 409, code: 'in_use' });
  });

  it('takes no invitation to a published request back', async () => {
    expect(
      await refusedWithoutTrace(context, () =>
        context.asApp(market.owner, 'delete from request_invitation where request_id = $1', [open.id]),
      ),
    ).toMatchObject({ status: 409, code: 'record_is_final' });
  });

  it.each([
    [`delivery_street = 'Elsewhere'`, 'record_is_final'],
    [`reference = 'SR-1'`, 'record_is_final'],
    [`revision = revision - 1`, 'record_is_final'],
    [`deadline = deadline - interval '1 hour'`, 'deadline_not_later'],
    [`deadline = null`, 'deadline_not_later'],
  ])('changes no published request: %s', async (change, code) => {
    for (const act of [context.asApp.bind(null, market.owner), context.peek]) {
      const sql = `update request set ${change} where id = $1`;
      expect(await refusedWithoutTrace(context, () => act(sql, [open.id]))).toMatchObject({
        status: 409,
        code,
      });
    }
  });

  it('opens no request again once its deadline has passed, written down or not', async () => {
    const sql = `update request set deadline = weftway_now() + interval '1 day' where id = $1`;
    const again = await market.published([kiondo]);
    await context.advanceClock(25);
    await context.peek(`update request set state = 'closed' where id = $1`, [open.id]);
    for (const id of [again.id, open.id]) {
      for (const act of [context.asApp.bind(null, market.owner), context.peek]) {
        expect(await refusedWithoutTrace(context, () => act(sql, [id]))).toMatchObject({
          status: 409,
          code: 'request_not_open',
        });
      }
    }
  });
});
