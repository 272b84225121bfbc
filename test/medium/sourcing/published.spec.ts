import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Market, refusedWithoutTrace, type RequestView, setMarket } from './market.js';

describe('a published request', () => {
  let context: TestContext;
  let market: Market;
  let kiondo: PersonActor;
  let request: RequestView;
  let draft: RequestView;
  let schemeId: string;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    kiondo = await market.cooperative('Kiondo Weavers');
    const [scheme] = await context.peek<{ id: string }>('select id from scheme order by code limit 1');
    schemeId = scheme?.id ?? '';
    request = await market.published([kiondo], { schemeIds: [schemeId] });
    draft = await market.draft();
  });
  afterAll(() => context.close());

  it('is not edited by its buyer', async () => {
    const { requests, lines, invitations } = market.services;
    const { requester } = market;
    const line = { description: 'Other', quantity: '1', unitCode: 'C62' };
    for (const change of [
      () => requests.change(requester, request.id, request.version, { ...request, title: 'Other' }),
      () => requests.changeRequirements(requester, request.id, request.version, []),
      () => lines.replace(requester, request.id, request.version, [line]),
      () => invitations.takeBack(requester, request.id, kiondo.organisationId),
    ]) {
      expect(await refusedWithoutTrace(context, change)).toMatchObject({
        status: 409,
        code: 'request_not_draft',
      });
    }
  });

  it.each([
    [`update request set title = 'Other' where id = $1`],
    [`update request set currency = 'USD' where id = $1`],
    ['update request set sealed = not sealed where id = $1'],
    ['update request set advance_percent = 50 where id = $1'],
    [`update request set delivery_country = 'DE' where id = $1`],
    ['update request_line set quantity = quantity + 1 where request_id = $1'],
    ['update request_line set target_unit_price = null where request_id = $1'],
    ['delete from request_line where request_id = $1'],
    [
      `insert into request_line (request_id, id, buyer_id, position, description, quantity, unit_code)
       select id, gen_random_uuid(), buyer_id, 3, 'One more', 1, 'C62' from request where id = $1`,
    ],
    ['delete from request_requirement where request_id = $1'],
  ])('is not edited by SQL, of the application or of the owner: %s', async (sql) => {
    for (const act of [context.asApp.bind(null, market.requester), context.peek]) {
      expect(await refusedWithoutTrace(context, () => act(sql, [request.id]))).toMatchObject({
        status: 409,
        code: 'record_is_final',
      });
    }
  });

  it.each([
    [`update request_revision set content = '{}' where request_id = $1`],
    ['update request_revision set published_at = weftway_now() where request_id = $1'],
    ['delete from request_revision where request_id = $1'],
  ])('keeps its revisions as they were: %s', async (sql) => {
    expect(await refusedWithoutTrace(context, () => context.peek(sql, [request.id]))).toMatchObject({
      status: 409,
      code: 'record_is_final',
    });
    // The application has not even the right.
    expect(
      await refusedWithoutTrace(context, () => context.asApp(market.requester, sql, [request.id])),
    ).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('is not deleted, nor is any other', async () => {
    for (const id of [request.id, draft.id]) {
      expect(
        await refusedWithoutTrace(context, () =>
          context.asApp(market.requester, 'delete from request where id = $1', [id]),
        ),
      ).toMatchObject({ code: 'not_found' });
    }
    expect(
      (
        await refusedWithoutTrace(context, () =>
          context.peek('delete from request where id = $1', [request.id]),
        )
      ).status,
    ).toBe(409);
  });

  it('moves by the table of states alone, also by SQL', async () => {
    for (const [id, state] of [
      [request.id, 'draft'],
      [request.id, 'awaiting_approval'],
      [request.id, 'awarded'],
      [request.id, 'unawarded'],
      [draft.id, 'closed'],
      [draft.id, 'awarded'],
    ]) {
      for (const act of [context.asApp.bind(null, market.requester), context.peek]) {
        const refused = await refusedWithoutTrace(context, () =>
          act('update request set state = $2, revision = greatest(revision, 1) where id = $1', [id, state]),
        );
        expect([state, refused.status, refused.code]).toEqual([state, 409, 'wrong_state']);
      }
    }
  });

  it('is opened by SQL neither without a revision nor without a deadline', async () => {
    const bare = await market.draft({ deadline: null });
    for (const [id, sql, constraint] of [
      [draft.id, `update request set state = 'open' where id = $1`, 'request_published_has_revision'],
      [bare.id, `update request set state = 'open', revision = 1 where id = $1`, 'request_open_has_deadline'],
    ] as const) {
      expect(
        await refusedWithoutTrace(context, () => context.asApp(market.requester, sql, [id])),
      ).toMatchObject({ status: 422, errors: [{ code: constraint }] });
    }
  });
});
