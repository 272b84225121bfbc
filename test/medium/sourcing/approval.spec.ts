import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Market, refusal, refusedWithoutTrace, type RequestView, setMarket } from './market.js';

describe('a request above its retailer’s limit', () => {
  let context: TestContext;
  let market: Market;
  let kiondo: PersonActor;
  beforeAll(async () => {
    context = await openTestContext();
    // 1,999.99 EUR; the usual draft is worth 2,000.00.
    market = await setMarket(context, '199999');
    kiondo = await market.cooperative('Kiondo Weavers');
    await context.peek(
      `insert into exchange_rate (currency, day, per_euro, source) values ('KES', weftway_now()::date - 1, 150, 'test')
       on conflict do nothing`,
    );
  });
  afterAll(() => context.close());

  const publication = () => market.services.publication;
  const waiting = async (): Promise<RequestView> => market.published([kiondo]);

  it('waits for approval, and nobody hears of it but the retailer', async () => {
    const request = await waiting();
    expect(request).toMatchObject({ state: 'awaiting_approval', revision: 0, publishedAt: null });
    const promised = await context.peek<{ type: string }>(
      `select type from outbox_message where payload->>'requestId' = $1`,
      [request.id],
    );
    expect(promised).toEqual([{ type: 'request.approval_asked' }]);
    expect((await market.services.invitations.inbox(kiondo, {})).items).toEqual([]);
    expect(await refusal(market.services.invitations.invited(kiondo, request.id))).toMatchObject({
      status: 404,
      code: 'not_found',
    });
  });

  it('is opened by another person than who submitted it', async () => {
    const request = await waiting();
    expect(
      await refusedWithoutTrace(context, () =>
        publication().approve(market.requester, request.id, request.version),
      ),
    ).toMatchObject({ status: 409, code: 'approval_by_submitter' });
    const open = await publication().approve(market.approver, request.id, request.version);
    expect(open).toMatchObject({ state: 'open', revision: 1 });
    const [row] = await context.peek('select submitted_by, approved_by from request where id = $1', [
      request.id,
    ]);
    expect(row).toEqual({
      submitted_by: market.requester.personId,
      approved_by: market.approver.personId,
    });
    expect(
      await refusedWithoutTrace(context, () => publication().approve(market.owner, open.id, open.version)),
    ).toMatchObject({ status: 409, code: 'wrong_state' });
  });

  it('is not approved by its submitter past the service either', async () => {
    const request = await waiting();
    for (const act of [context.asApp.bind(null, market.requester), context.peek]) {
      expect(
        await refusedWithoutTrace(context, () =>
          act('update request set approved_by = submitted_by where id = $1', [request.id]),
        ),
      ).toMatchObject({ status: 422, errors: [{ code: 'request_not_approved_by_its_submitter' }] });
    }
  });

  it('is approved only while it is complete: its deadline may have passed meanwhile', async () => {
    const request = await waiting();
    await context.advanceClock(25);
    expect(
      await refusedWithoutTrace(context, () =>
        publication().approve(market.approver, request.id, request.version),
      ),
    ).toMatchObject({
      status: 422,
      code: 'request_not_ready',
      errors: [{ pointer: '/deadline', code: 'deadline_in_the_past' }],
    });
    const draft = await publication().giveBack(market.approver, request.id, request.version, 'Too late');
    expect(draft).toMatchObject({ state: 'draft', revision: 0 });
  });

  it('is not changed while it waits', async () => {
    const request = await waiting();
    const { requests, lines } = market.services;
    for (const change of [
      () => requests.change(market.requester, request.id, request.version, { ...request, title: 'Other' }),
      () => requests.changeRequirements(market.requester, request.id, request.version, []),
      () => lines.replace(market.requester, request.id, request.version, []),
    ]) {
      expect(await refusedWithoutTrace(context, change)).toMatchObject({
        status: 409,
        code: 'request_not_draft',
      });
    }
    expect(await refusedWithoutTrace(context, () => market.invite(request, kiondo))).toMatchObject({
      status: 409,
      code: 'request_not_open',
    });
  });

  it('is weighed in the retailer’s currency, to the cent', async () => {
    const lines = (price: string) => [
      { description: 'Basket', quantity: '1', unitCode: 'C62', targetUnitPrice: price },
    ];
    const states: string[] = [];
    // 150 shillings a euro: 299,998.50 is the limit itself.
    for (const price of ['299998.50', '300001.50']) {
      states.push((await market.published([kiondo], { currency: 'KES', lines: lines(price) })).state);
    }
    for (const price of ['1999.99', '2000.00']) {
      states.push((await market.published([kiondo], { lines: lines(price) })).state);
    }
    expect(states).toEqual(['open', 'awaiting_approval', 'open', 'awaiting_approval']);
  });
});
