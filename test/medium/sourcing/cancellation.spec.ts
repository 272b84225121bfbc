import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Market, refusedWithoutTrace, setMarket } from './market.js';

describe('cancelling a request', () => {
  let context: TestContext;
  let market: Market;
  let kiondo: PersonActor;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    kiondo = await market.cooperative('Kiondo Weavers');
  });
  afterAll(() => context.close());

  const announced = async (id: string): Promise<number> =>
    (
      await context.peek(
        `select from outbox_message where type = 'request.cancelled' and payload->>'requestId' = $1`,
        [id],
      )
    ).length;

  it('that is open tells the invited, gives the reason to the buyer, and outlives its deadline', async () => {
    const request = await market.published([kiondo]);
    const cancelled = await market.services.publication.cancel(
      market.requester,
      request.id,
      request.version,
      'The range was dropped',
    );
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      cancellationReason: 'The range was dropped',
      version: request.version + 1,
    });
    expect(await announced(request.id)).toBe(1);
    expect(await market.services.invitations.invited(kiondo, request.id)).toMatchObject({
      state: 'cancelled',
    });
    await context.advanceClock(25);
    await context.drain();
    expect((await market.services.requests.byId(market.requester, request.id)).read()).toMatchObject({
      state: 'cancelled',
      version: cancelled.version,
    });
  });

  it('that is a draft tells nobody', async () => {
    const draft = await market.draft();
    await market.invite(draft, kiondo);
    const { publication, invitations } = market.services;
    expect(await publication.cancel(market.requester, draft.id, draft.version, 'Mistake')).toMatchObject({
      state: 'cancelled',
      revision: 0,
    });
    expect(await announced(draft.id)).toBe(0);
    expect((await invitations.inbox(kiondo, { state: 'cancelled' })).items.map(({ id }) => id)).not.toContain(
      draft.id,
    );
  });

  it('is the end of it', async () => {
    const request = await market.published([kiondo]);
    const { publication, requests, lines } = market.services;
    const { version } = await publication.cancel(market.requester, request.id, request.version, 'Dropped');
    for (const [act, code] of [
      [() => publication.cancel(market.requester, request.id, version, 'Again'), 'wrong_state'],
      [() => publication.publish(market.requester, request.id, version), 'wrong_state'],
      [() => requests.change(market.requester, request.id, version, request), 'request_not_draft'],
      [() => lines.replace(market.requester, request.id, version, []), 'request_not_draft'],
    ] as const) {
      expect(await refusedWithoutTrace(context, act)).toMatchObject({ status: 409, code });
    }
    for (const state of ['draft', 'open', 'closed', 'awarded']) {
      const sql = 'update request set state = $2 where id = $1';
      for (const act of [context.asApp.bind(null, market.requester), context.peek]) {
        expect(await refusedWithoutTrace(context, () => act(sql, [request.id, state]))).toMatchObject({
          status: 409,
          code: 'wrong_state',
        });
      }
    }
  });
});
