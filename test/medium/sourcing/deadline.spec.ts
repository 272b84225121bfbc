import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import { DeadlineJobs } from '#sourcing';
import { openTestContext, type TestContext } from '../../support/context.js';
import { hoursAhead, type Market, refusal, refusedWithoutTrace, setMarket } from './market.js';

describe('the deadline of a request', () => {
  let context: TestContext;
  let market: Market;
  let kiondo: PersonActor;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    kiondo = await market.cooperative('Kiondo Weavers');
  });
  afterAll(() => context.close());

  const stored = async (id: string): Promise<unknown> =>
    (
      await context.peek(
        'select state, version, closed_at = deadline as on_time from request where id = $1',
        [id],
      )
    )[0];
  const closings = async (id: string): Promise<number> =>
    (await context.peek(`select from audit_entry where action = 'request.closed' and subject_id = $1`, [id]))
      .length;

  it('closes it by the clock, though no worker has written it down', async () => {
    const request = await market.published([kiondo]);
    await context.advanceClock(25);
    expect(await stored(request.id)).toMatchObject({ state: 'open' });
    const { requests, invitations, publication } = market.services;
    expect((await requests.byId(market.requester, request.id)).read()).toMatchObject({ state: 'closed' });
    expect((await requests.list(market.requester, { state: 'closed' })).read().items).toMatchObject([
      { id: request.id },
    ]);
    expect((await requests.list(market.requester, { state: 'open' })).read().items).toEqual([]);
    expect(await invitations.invited(kiondo, request.id)).toMatchObject({ state: 'closed' });
    for (const [act, code] of [
      [() => publication.cancel(market.requester, request.id, request.version, 'No'), 'wrong_state'],
      [() => invitations.decline(kiondo, request.id, 'Too late'), 'request_not_open'],
      [() => market.invite(request, kiondo), 'request_not_open'],
    ] as const) {
      expect(await refusedWithoutTrace(context, act)).toMatchObject({ status: 409, code });
    }
    const later = new Date(await hoursAhead(context, 24));
    expect(
      await refusedWithoutTrace(context, () =>
        publication.extendDeadline(market.requester, request.id, request.version, later),
      ),
    ).toMatchObject({ status: 409, code: 'request_not_open' });
  });

  it('is written down by its job, once', async () => {
    const request = await market.published([kiondo]);
    await context.drain();
    expect(await stored(request.id)).toMatchObject({ state: 'open', version: request.version });
    await context.advanceClock(25);
    await context.drain();
    expect(await stored(request.id)).toEqual({
      state: 'closed',
      version: request.version + 1,
      on_time: true,
    });
    const payload = { requestId: request.id };
    await context
      .job(DeadlineJobs)
      .close({ messageId: 'again', type: 'request.deadline', payload, attempt: 1, last: false });
    expect(await closings(request.id)).toBe(1);
    expect(await stored(request.id)).toMatchObject({ version: request.version + 1 });
    expect(
      await context.peek(
        `select from outbox_message where type = 'request.closed' and payload->>'requestId' = $1`,
        [request.id],
      ),
    ).toHaveLength(1);
  });

  it('that was extended leaves the first job nothing to do', async () => {
    const request = await market.published([kiondo]);
    const { publication } = market.services;
    const later = new Date(await hoursAhead(context, 48));
    const extended = await publication.extendDeadline(market.requester, request.id, request.version, later);
    expect(extended).toMatchObject({ deadline: later.toISOString(), version: request.version + 1 });
    await context.advanceClock(25);
    await context.drain();
    expect(await stored(request.id)).toMatchObject({ state: 'open' });
    await context.advanceClock(24);
    await context.drain();
    expect(await stored(request.id)).toMatchObject({ state: 'closed', on_time: true });
    expect(await closings(request.id)).toBe(1);
  });

  it('is extended to a later time and to nothing else', async () => {
    const request = await market.published([kiondo]);
    for (const deadline of [request.deadline ?? '', await hoursAhead(context, 1)]) {
      expect(
        await refusedWithoutTrace(context, () =>
          market.services.publication.extendDeadline(
            market.requester,
            request.id,
            request.version,
            new Date(deadline),
          ),
        ),
      ).toMatchObject({
        status: 422,
        code: 'deadline_not_later',
        errors: [{ pointer: '/deadline', code: 'deadline_not_later' }],
      });
    }
  });

  it('cannot be brought about by a person, as the service or the owner of the tables', async () => {
    const request = await market.published([kiondo]);
    for (const [act, sql, code] of [
      ['app', `update request set state = 'closed' where id = $1`, 'deadline_not_reached'],
      ['owner', `update request set state = 'closed' where id = $1`, 'deadline_not_reached'],
      [
        'app',
        `update request set deadline = weftway_now() - interval '1 hour' where id = $1`,
        'deadline_not_later',
      ],
    ] as const) {
      const refused = await refusedWithoutTrace(context, () =>
        act === 'app' ? context.asApp(market.requester, sql, [request.id]) : context.peek(sql, [request.id]),
      );
      expect([sql, refused.status, refused.code]).toEqual([sql, 409, code]);
    }
  });

  it('is followed by an end without award, once, and not before', async () => {
    const request = await market.published([kiondo]);
    const { publication } = market.services;
    expect(
      await refusedWithoutTrace(context, () =>
        publication.endWithoutAward(market.requester, request.id, request.version, 'Dropped'),
      ),
    ).toMatchObject({ status: 409, code: 'request_not_closed' });
    await context.advanceClock(25);
    const ended = await publication.endWithoutAward(market.requester, request.id, request.version, 'Dropped');
    expect(ended).toMatchObject({ state: 'unawarded' });
    expect(await closings(request.id)).toBe(1);
    expect(
      await refusal(publication.endWithoutAward(market.requester, request.id, ended.version, 'Again')),
    ).toMatchObject({ status: 409, code: 'request_not_closed' });
  });
});
