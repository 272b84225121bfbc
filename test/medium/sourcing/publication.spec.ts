import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { hoursAhead, type Market, refusedWithoutTrace, setMarket } from './market.js';

describe('publishing a request', () => {
  let context: TestContext;
  let market: Market;
  let kiondo: PersonActor;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    kiondo = await market.cooperative('Kiondo Weavers');
  });
  afterAll(() => context.close());

  it('opens it as revision 1, keeps what was published, and promises everything that follows', async () => {
    const request = await market.published([kiondo]);
    expect(request).toMatchObject({ state: 'open', revision: 1, lineCount: 2, estimate: '2000.00' });
    expect(request.reference).toMatch(/^SR-\d{4}-\d{6}$/);
    const [revision] = await context.peek<{
      content: { title: string; lines: unknown[] };
      published_by: string;
    }>('select content, published_by from request_revision where request_id = $1', [request.id]);
    expect(revision).toMatchObject({
      content: { title: 'Autumn range' },
      published_by: market.requester.personId,
    });
    expect(revision?.content.lines).toHaveLength(2);
    const promised = await context.peek<{ type: string }>(
      `select type from outbox_message where payload->>'requestId' = $1 order by type`,
      [request.id],
    );
    expect(promised.map(({ type }) => type)).toEqual([
      'request.deadline',
      'request.invited',
      'request.published',
    ]);
    const [due] = await context.peek<{ on_time: boolean }>(
      `select m.available_at = r.deadline as on_time from outbox_message m, request r
        where m.type = 'request.deadline' and r.id = $1 and m.payload->>'requestId' = r.id::text`,
      [request.id],
    );
    expect(due).toEqual({ on_time: true });
    const recorded = await context.peek<{ from_state: string; to_state: string; person_id: string }>(
      `select from_state, to_state, person_id from audit_entry where action = 'request.published' and subject_id = $1`,
      [request.id],
    );
    expect(recorded).toEqual([
      { from_state: 'draft', to_state: 'open', person_id: market.requester.personId },
    ]);
  });

  it('tells everything that a draft lacks at once', async () => {
    const draft = await market.draft({ deadline: null, lines: [] });
    expect(
      await refusedWithoutTrace(context, () =>
        market.services.publication.publish(market.requester, draft.id, draft.version),
      ),
    ).toMatchObject({
      status: 422,
      code: 'request_not_ready',
      errors: [
        { pointer: '/lines', code: 'lines_missing' },
        { pointer: '/invitations', code: 'invitations_missing' },
        { pointer: '/deadline', code: 'deadline_missing' },
      ],
    });
  });

  it('lets the last line go, and is not published without one', async () => {
    const draft = await market.draft({});
    await market.invite(draft, kiondo);
    const emptied = await market.services.lines.replace(market.requester, draft.id, draft.version, []);
    expect(emptied.lineCount).toBe(0);
    expect(
      await refusedWithoutTrace(context, () =>
        market.services.publication.publish(market.requester, draft.id, emptied.version),
      ),
    ).toMatchObject({ errors: [{ pointer: '/lines', code: 'lines_missing' }] });
  });

  it('wants a deadline to come, and delivery after it', async () => {
    const late = await market.draft({ deadline: await hoursAhead(context, 0) });
    await market.invite(late, kiondo);
    expect(
      await refusedWithoutTrace(context, () =>
        market.services.publication.publish(market.requester, late.id, late.version),
      ),
    ).toMatchObject({
      status: 422,
      code: 'request_not_ready',
      errors: [{ pointer: '/deadline', code: 'deadline_in_the_past' }],
    });
    const deadline = await hoursAhead(context, 72);
    const hasty = await market.draft({ deadline, deliverBy: (await hoursAhead(context, 0)).slice(0, 10) });
    await market.invite(hasty, kiondo);
    expect(
      await refusedWithoutTrace(context, () =>
        market.services.publication.publish(market.requester, hasty.id, hasty.version),
      ),
    ).toMatchObject({ errors: [{ pointer: '/deliverBy', code: 'delivery_before_deadline' }] });
  });

  it('happens once', async () => {
    const request = await market.published([kiondo]);
    expect(
      await refusedWithoutTrace(context, () =>
        market.services.publication.publish(market.requester, request.id, request.version),
      ),
    ).toMatchObject({ status: 409, code: 'wrong_state' });
    const draft = await market.draft();
    await market.invite(draft, kiondo);
    const outcomes = await Promise.allSettled([
      market.services.publication.publish(market.requester, draft.id, draft.version),
      market.services.publication.publish(market.owner, draft.id, draft.version),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { status: 412, code: 'version_conflict' },
    });
    const revisions = await context.peek('select from request_revision where request_id = $1', [draft.id]);
    expect(revisions).toHaveLength(1);
  });

  it('keeps at most 2,000 lines and whole pieces, also when lines are sent', async () => {
    const draft = await market.draft();
    const line = { description: 'Basket', quantity: '1', unitCode: 'C62' };
    expect(
      await refusedWithoutTrace(context, () =>
        market.services.lines.replace(
          market.requester,
          draft.id,
          draft.version,
          Array.from({ length: 2001 }, () => line),
        ),
      ),
    ).toMatchObject({
      status: 422,
      code: 'invalid_input',
      errors: [{ pointer: '/lines', code: 'too_many_lines' }],
    });
    expect(
      await refusedWithoutTrace(context, () =>
        market.services.lines.replace(market.requester, draft.id, draft.version, [
          line,
          { ...line, quantity: '1.5' },
          { ...line, craftCode: 'spoon_bending' },
        ]),
      ),
    ).toMatchObject({
      status: 422,
      errors: [
        { pointer: '/lines/1/quantity', code: 'quantity_not_whole' },
        { pointer: '/lines/2/craftCode', code: 'craft_unknown' },
      ],
    });
    const saved = await market.services.lines.replace(
      market.requester,
      draft.id,
      draft.version,
      Array.from({ length: 2000 }, () => line),
    );
    expect(saved).toEqual({ lineCount: 2000, version: draft.version + 1 });
  });
});
